// Talks to the emulator with OpenAI's own client and prints what it understood, as one JSON document.
// Arguments: base URL of chat, chat model, base URL of embeddings, embedding model, "stream_options" or "none".
import OpenAI from 'openai';

const [chatUrl, chatModel, embeddingUrl, embeddingModel, streamOptions] = process.argv.slice(2);
const create = (baseURL, apiKey = 'any-key') => new OpenAI({ baseURL, apiKey, maxRetries: 0 });
const chat = create(chatUrl);
const messages = [{ role: 'user', content: '바우처가 무엇인가요?' }];
const tools = [{
  type: 'function',
  function: { name: 'get_weather', description: 'Weather of a city', parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] } },
}];
const result = {};

const whole = await chat.chat.completions.create({ model: chatModel, messages });
result.text = whole.choices[0].message.content;
result.finish = whole.choices[0].finish_reason;
result.usage = whole.usage.total_tokens;

result.streamed = '';
const options = streamOptions === 'none' ? {} : { stream_options: { include_usage: true } };
for await (const chunk of await chat.chat.completions.create({ model: chatModel, messages, stream: true, ...options })) {
  result.streamed += chunk.choices[0]?.delta?.content ?? '';
  result.streamFinish = chunk.choices[0]?.finish_reason ?? result.streamFinish;
  result.streamUsage = chunk.usage?.total_tokens ?? result.streamUsage ?? null;
}

const weather = [{ role: 'user', content: '서울 날씨 알려줘' }];
const called = await chat.chat.completions.create({ model: chatModel, messages: weather, tools });
result.tool = called.choices[0].message.tool_calls[0].function;
const runner = chat.chat.completions.stream({ model: chatModel, messages: weather, tools });
result.streamedTool = (await runner.finalMessage()).tool_calls[0].function;
const answered = await chat.chat.completions.create({
  model: chatModel,
  tools,
  messages: [...weather, called.choices[0].message, { role: 'tool', tool_call_id: called.choices[0].message.tool_calls[0].id, content: '맑음, 21도' }],
});
result.answered = answered.choices[0].message.content;

if (embeddingUrl !== 'none') {
  const embeddings = create(embeddingUrl).embeddings;
  const input = '환불 신청 방법';
  // Without a format the client asks for Base64 and decodes it itself.
  result.base64 = (await embeddings.create({ model: embeddingModel, input })).data[0].embedding;
  result.float = (await embeddings.create({ model: embeddingModel, input, encoding_format: 'float' })).data[0].embedding;
}

try {
  await create(chatUrl, 'invalid').chat.completions.create({ model: chatModel, messages });
} catch (error) {
  result.error = { name: error.constructor.name, status: error.status };
}

console.log(JSON.stringify(result));
