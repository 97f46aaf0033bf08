using System.Threading;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Generators.Binding;

/// <summary>Named mappings that a provider adjusts. What a provider's schemas lack of a dialect is left out.</summary>
internal static class Dialects
{
    public static readonly string[] Names = { "openai" };

    private const string OpenAi = """
        chat:
          model: { at: /model }
          request:
            messages:
              at: /messages
              role: /role
              text: /content
              name: /name
              parts:
                at: /content
                type: /type
                text: { type: text, at: /text }
                imageUrl: { type: image_url, at: /image_url/url }
                imageData: { type: image_url, at: /image_url/url, as: dataUri }
              toolCalls: { at: /tool_calls, id: /id, type: { at: /type, value: function }, name: /function/name, arguments: /function/arguments, as: text }
              toolResult: { id: /tool_call_id }
            temperature: { at: /temperature, min: 0, max: 2 }
            topP: { at: /top_p, min: 0, max: 1 }
            frequencyPenalty: { at: /frequency_penalty, min: -2, max: 2 }
            presencePenalty: { at: /presence_penalty, min: -2, max: 2 }
            seed: /seed
            stop: /stop
            maxOutputTokens: /max_tokens
            parallelToolCalls: /parallel_tool_calls
            tools:
              at: /tools
              type: { at: /type, value: function }
              name: /function/name
              description: /function/description
              parameters: /function/parameters
              strict: /function/strict
            toolChoice:
              at: /tool_choice
              auto: auto
              none: none
              required: required
              specific: { name: /function/name, type: { at: /type, value: function } }
            responseFormat:
              at: /response_format
              type: /type
              json: json_object
              jsonSchema: { type: json_schema, schema: /json_schema/schema, name: /json_schema/name, description: /json_schema/description, strict: /json_schema/strict }
          response:
            id: /id
            model: /model
            created: /created
            text: /choices/0/message/content
            reasoning: [/choices/0/message/reasoning_content, /choices/0/message/reasoning]
            refusal: /choices/0/message/refusal
            toolCalls: { at: /choices/0/message/tool_calls, id: /id, name: /function/name, arguments: /function/arguments }
            finish: { at: /choices/0/finish_reason, values: { stop: stop, length: length, tool_calls: toolCalls, function_call: toolCalls, content_filter: contentFilter } }
            usage:
              input: /usage/prompt_tokens
              output: /usage/completion_tokens
              total: /usage/total_tokens
              cachedInput: /usage/prompt_tokens_details/cached_tokens
              reasoning: /usage/completion_tokens_details/reasoning_tokens
          stream:
            set: { /stream: true, /stream_options/include_usage: true }
            events:
              default:
                id: /id
                model: /model
                created: /created
                text: /choices/0/delta/content
                reasoning: [/choices/0/delta/reasoning_content, /choices/0/delta/reasoning]
                refusal: /choices/0/delta/refusal
                toolCalls: { at: /choices/0/delta/tool_calls, index: /index, id: /id, name: /function/name, fragment: /function/arguments }
                finish: { at: /choices/0/finish_reason, values: { stop: stop, length: length, tool_calls: toolCalls, function_call: toolCalls, content_filter: contentFilter } }
                usage:
                  input: /usage/prompt_tokens
                  output: /usage/completion_tokens
                  total: /usage/total_tokens
                  cachedInput: /usage/prompt_tokens_details/cached_tokens
                  reasoning: /usage/completion_tokens_details/reasoning_tokens
                fail: { code: /error/code, message: /error/message }
        embeddings:
          model: { at: /model }
          input: { at: /input }
          dimensions: /dimensions
          response:
            model: /model
            vectors: { at: /data, vector: /embedding, index: /index }
            usage: { input: /usage/prompt_tokens, total: /usage/total_tokens }
        """;

    public static SpecNode? Find(string name, CancellationToken cancellationToken)
        => name == "openai" ? SpecReader.Read("openai.dialect.yaml", OpenAi, cancellationToken).Root : null;
}
