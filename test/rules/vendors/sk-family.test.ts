import { expect, test } from 'vitest'
import { sightingsOf } from './sightings-of.ts'

test.each([
  ['OPENAI_API_KEY=sk-{alnum:20}T3BlbkFJ{alnum:20}', 'openai-api-key'],
  ['OPENAI_API_KEY=sk-{base64url:42}T3BlbkFJ{base64url:42}', 'openai-api-key'],
  ['OPENAI_API_KEY=sk-proj-{alnum:20}T3BlbkFJ{alnum:20}', 'openai-api-key'],
  ['OPENAI_API_KEY=sk-proj-{base64url:74}T3BlbkFJ{base64url:74}', 'openai-api-key'],
  ['OPENAI_API_KEY=sk-svcacct-{base64url:49}T3BlbkFJ{base64url:50}', 'openai-api-key'],
  ['OPENAI_API_KEY=sk-my-own-service-{alnum:20}T3BlbkFJ{alnum:20}', 'openai-api-key'],
  ['OPENAI_API_KEY=sk-admin-{base64url:58}T3BlbkFJ{base64url:58}', 'openai-admin-key'],
  ['OPENAI_API_KEY=sk-proj-{base64url:156}', 'openai-api-key-unmarked'],
  ['KEY=sk-ant-api03-{base64url:93}AA', 'anthropic-api-key'],
  ['KEY=sk-ant-api17-{base64url:93}AA', 'anthropic-api-key'],
  ['KEY=sk-ant-admin01-{base64url:93}AA', 'anthropic-admin-key'],
  ['KEY=sk-ant-oat01-{base64url:93}AA', 'anthropic-oauth-token'],
  ['KEY=sk-or-v1-{hex:64}', 'openrouter-api-key'],
  ['KEY=sk-lf-{uuid}', 'langfuse-secret-key'],
  ['KEY=sk-kimi-{alnum:64}', 'kimi-api-key'],
  ['KEY=sk-api-{base64url:119}', 'minimax-api-key'],
  ['KEY=csk-{loweralnum:48}', 'cerebras-api-key'],
  ['DEEPSEEK_API_KEY=sk-{hex:32}', 'deepseek-api-key'],
  ['DASHSCOPE_API_KEY=sk-{hex:32}', 'dashscope-api-key'],
  ['MOONSHOT_API_KEY=sk-{alnum:48}', 'moonshot-api-key'],
  ['STABILITY_API_KEY=sk-{alnum:48}', 'stability-api-key'],
  ['SILICONFLOW_API_KEY=sk-{lower:48}', 'siliconflow-api-key'],
  ['# deepseek\nKEY=sk-{hex:32}', 'deepseek-api-key-nearby'],
  ['# litellm\nKEY=sk-{alnum:22}', 'litellm-key'],
  ['KEY=sk-{hex:32}', 'sk-unknown-key'],
  ['KEY=sk-{alnum:48}', 'sk-unknown-key'],
])('%s is one finding: %s', (text, rule) => {
  expect(sightingsOf(text).map(one => one.rule)).toEqual([rule])
})

test('two vendors next to one another keep their own keys', () => {
  const found = sightingsOf('DASHSCOPE_API_KEY=sk-{hex:32}\nDEEPSEEK_API_KEY=sk-{hex:32}\n')
  expect(found.map(one => one.rule)).toEqual(['dashscope-api-key', 'deepseek-api-key'])
})

test('a key in the middle of a sentence is neither cut nor drawn out', () => {
  const [found] = sightingsOf('use sk-proj-{alnum:20}T3BlbkFJ{alnum:20}, not yours.')
  expect(found?.secret).toMatch(/^sk-proj-[A-Za-z0-9]{48}$/)
})

test.each([
  '<div class="sk-spinner sk-folding-cube"><div class="sk-cube1 sk-cube-parent-of-all-the-cubes-there-are"></div>',
  'lang: sk-SK',
  'task-{alnum:40} risk-{hex:32} disk-{hex:32}',
  'from sklearn.linear_model import x # scikit: sk-learn-something-that-is-rather-long',
  'https://example.com/blog/sk-how-to-do-things-with-words-in-2024-and-beyond',
  'OPENAI_API_KEY=sk-...',
  'OPENAI_API_KEY=sk-************************************************',
  'OPENAI_API_KEY=sk-your-api-key-here',
  'OPENAI_API_KEY=sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
  'api_key="sk-1234567890abcdef1234567890abcdef"',
  'const key = process.env.OPENAI_API_KEY',
])('no key: %s', text => {
  expect(sightingsOf(text)).toEqual([])
})
