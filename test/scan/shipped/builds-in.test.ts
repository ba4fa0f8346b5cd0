import { expect, test } from 'vitest'
import { buildsIn } from '../../../src/scan/shipped/builds-in.ts'

test('reads every form of build, and nothing else', () => {
  const text = [
    'services:',
    '  a:',
    '    build: ./api  # ours',
    '    env_file: .env',
    '  b:',
    '    build:',
    '      # where',
    '      context: "web"',
    '',
    '      dockerfile: docker/Dockerfile',
    '      target: run',
    '    ports: ["80:80"]',
    '  c:',
    '    build:',
    '      args:',
    '        A: 1',
    '  d:',
    '    build: https://example.com/x.git',
    '  e:',
    '    build: ${DIR}',
    '  f:',
    '    image: nginx',
  ].join('\n')
  expect(buildsIn(text)).toEqual([
    { context: './api', dockerfile: 'api/Dockerfile', target: '' },
    { context: 'web', dockerfile: 'web/docker/Dockerfile', target: 'run' },
    { context: '.', dockerfile: 'Dockerfile', target: '' },
  ])
})
