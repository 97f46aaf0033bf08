using System;
using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>All lint rules, in the order of their ids.</summary>
public static class LintRules
{
    /// <summary>The rules.</summary>
    public static IReadOnlyList<LintRule> All { get; } = new[]
    {
        Warning(LintIds.OperationWithoutId, "an operation has no id", "작업에 operationId가 없음"),
        Warning(LintIds.OperationName, "an operation id makes no good method name", "operationId가 메서드 이름으로 알맞지 않음"),
        Info(LintIds.OperationWithoutSummary, "an operation has neither summary nor description", "작업에 설명이 없음"),
        Warning(LintIds.AnswerWithoutType, "an answer has no type", "응답의 형식이 없음"),
        Info(LintIds.NoErrorAnswer, "no error answer is described", "오류 응답이 기술되지 않음"),
        Warning(LintIds.StreamNotDescribed, "a stream is not described", "스트림이 기술되지 않음"),
        Warning(LintIds.PathParameter, "a path parameter does not fit its path", "경로 매개변수가 경로와 맞지 않음"),
        Info(LintIds.NoNextPage, "pages without a way to the next one", "다음 쪽을 받을 방법이 없음"),
        Info(LintIds.NestedObject, "an object is written in place, deep within another one", "객체가 깊은 곳에 직접 쓰임"),
        Info(LintIds.RepeatedSchema, "the same schema is written in several places", "같은 스키마가 여러 곳에 쓰임"),
        Info(LintIds.UnusedComponent, "a component is not used", "쓰이지 않는 컴포넌트"),
        Warning(LintIds.ArrayWithoutItems, "an array does not say what it holds", "배열에 items가 없음"),
        Info(LintIds.UntypedSchema, "a schema says nothing about its content", "스키마가 내용을 말하지 않음"),
        Warning(LintIds.IndistinctVariants, "the variants of a union cannot be told apart", "유니언의 변형을 구분할 수 없음"),
        Warning(LintIds.EnumValues, "the values of an enumeration contradict its type or each other", "열거 값이 형식이나 서로와 어긋남"),
        Info(LintIds.MoneyAsDouble, "an amount of money is a binary fraction", "금액이 이진 소수임"),
        Info(LintIds.DateWithoutFormat, "a string that holds a date does not say so", "날짜 문자열에 format이 없음"),
        Warning(LintIds.RequiredNotDescribed, "a required member is not described", "필수 멤버가 기술되지 않음"),
        Warning(LintIds.ValueDoesNotFit, "a default or example does not fit its schema", "기본값이나 예시가 스키마와 맞지 않음"),
        Warning(LintIds.NamesCollide, "two names differ only in case or punctuation", "대소문자나 기호만 다른 이름"),
        Warning(LintIds.NullWrittenWrong, "null is allowed in a way that this version does not know", "null 허용을 이 버전에 없는 방식으로 씀"),
        Warning(LintIds.SecurityScheme, "a security scheme is missing or not required", "보안 방식이 없거나 쓰이지 않음"),
        Info(LintIds.NoSecurity, "nothing says how a call is authenticated", "인증 방법이 기술되지 않음"),
        Warning(LintIds.KeyNotInHeader, "the key does not travel in a header", "키를 헤더로 보내지 않음"),
        Warning(LintIds.Server, "the server is missing, relative or not encrypted", "서버 주소가 없거나 상대 주소이거나 암호화되지 않음"),
        Info(LintIds.InfoIncomplete, "title, version, contact or license is missing", "제목, 버전, 연락처, 라이선스가 빠짐"),
        Info(LintIds.SchemasNotDescribed, "schemas and members have no description", "스키마와 멤버에 설명이 없음"),
        Info(LintIds.BindingAbsent, "chat or embeddings without a binding", "바인딩이 없는 채팅·임베딩 작업"),
    };

    private static readonly Dictionary<string, LintRule> ById = All.ToDictionary(rule => rule.Id, StringComparer.Ordinal);

    /// <summary>The rule with an id.</summary>
    /// <param name="id">Rule id.</param>
    /// <returns>The rule; null when no lint rule has the id.</returns>
    public static LintRule? Find(string id) => ById.TryGetValue(id, out var rule) ? rule : null;

    private static LintRule Warning(string id, string title, string koreanTitle) => new(id, SpecSeverity.Warning, title, koreanTitle);

    private static LintRule Info(string id, string title, string koreanTitle) => new(id, SpecSeverity.Info, title, koreanTitle);
}
