import { expect, test } from 'vitest'
import { sightingsOf } from './sightings-of.ts'

const twoLines = 'aws_access_key_id = {sum:aws:AKIA}\naws_secret_access_key = {base64:40}\n'

test('an AWS id becomes a part of the secret that stands near', () => {
  const found = sightingsOf(twoLines)
  expect(found).toMatchObject([{ rule: 'aws-secret-access-key', verdict: { pair: 'found' }, confidence: 'high' }])
  expect(found[0]?.parts['access-key-id']).toMatch(/^AKIA/)
})

test.each([
  ['the downloaded CSV', '{sum:aws:AKIA},{base64:40}'],
  ['s3fs', '{sum:aws:AKIA}:{base64:40}'],
  ['arguments', 'connect("{sum:aws:ASIA}", "{base64:40}")'],
])('AWS, without a name: %s', (_, text) => {
  expect(sightingsOf(text)).toMatchObject([{ rule: 'aws-secret-access-key-beside-id', verdict: { pair: 'found' } }])
})

test('an AWS id alone is reported, and says its account', () => {
  expect(sightingsOf('id: AKIAQ{base32:15}')).toMatchObject([
    { rule: 'aws-access-key-id', verdict: { account: expect.stringMatching(/^\d{12}$/) } },
  ])
})

test('an AWS secret alone is reported as alone', () => {
  expect(sightingsOf('AWS_SECRET_ACCESS_KEY={base64:40}')).toMatchObject([
    { rule: 'aws-secret-access-key', verdict: { pair: 'alone' } },
  ])
})

test('a hash after an AWS id is not its secret', () => {
  expect(sightingsOf('{sum:aws:AKIA},{hex:40}').map(one => one.rule)).toEqual(['aws-access-key-id'])
})

test.each([
  'AKIAIOSFODNN7EXAMPLE,wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  'AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\nAWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
])('documented: %s', text => {
  expect(sightingsOf(text)).toEqual([])
})

test('Langfuse: the public half tells which pair it is', () => {
  const found = sightingsOf('LANGFUSE_PUBLIC_KEY=pk-lf-{uuid}\nLANGFUSE_SECRET_KEY=sk-lf-{uuid}\n')
  expect(found).toMatchObject([{ rule: 'langfuse-secret-key', parts: { 'public-key': expect.stringMatching(/^pk-/) } }])
})

test('Twilio: the account SID becomes a part of the auth token', () => {
  const found = sightingsOf('TWILIO_ACCOUNT_SID=AC{hex:32}\nTWILIO_AUTH_TOKEN={hex:32}\n')
  expect(found).toMatchObject([{ rule: 'twilio-auth-token', parts: { 'account-sid': expect.stringMatching(/^AC/) } }])
})

test('Google: the key file says whose it is', () => {
  const text = [
    '{{"type": "service_account", "project_id": "my-project", "private_key_id": "{hex:40}",',
    '"private_key": "-----BEGIN PRIVATE KEY-----\\n{base64:640}\\n-----END PRIVATE KEY-----\\n",',
    '"client_email": "robot@my-project.iam.gserviceaccount.com"}}',
  ].join('\n')
  const found = sightingsOf(text)
  expect(found.map(one => one.rule)).toEqual(['google-service-account-key'])
  expect(found[0]?.parts).toMatchObject({ project: 'my-project', email: 'robot@my-project.iam.gserviceaccount.com' })
})

test('the id in a signed address is public by design', () => {
  const text = 'https://a.s3.amazonaws.com/b?X-Amz-Credential={sum:aws:AKIA}%2F20260101%2Fus-east-1%2Fs3%2Faws4_request'
  expect(sightingsOf(text).filter(one => one.rule.startsWith('aws-'))).toEqual([])
})
