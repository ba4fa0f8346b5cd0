import { describe, expect, test } from 'vitest'
import { lookUp } from '../../src/remedies/look-up.ts'

describe('lookUp', () => {
  test.each([
    ['src/a.ts', 'process.env.OPENAI_API_KEY', "import 'dotenv/config'"],
    ['a.cjs', 'process.env.OPENAI_API_KEY', "require('dotenv').config()"],
    ['a.py', 'os.getenv("OPENAI_API_KEY")', 'from dotenv import load_dotenv; load_dotenv()'],
    ['book.ipynb', 'os.getenv("OPENAI_API_KEY")', 'from dotenv import load_dotenv; load_dotenv()'],
    ['a.PS1', '$env:OPENAI_API_KEY', undefined],
    ['deploy.sh', '"${OPENAI_API_KEY:?}"', 'set -a; . ./.env; set +a'],
    ['a.rb', "ENV.fetch('OPENAI_API_KEY')", "require 'dotenv/load'"],
    ['Gemfile', "ENV.fetch('OPENAI_API_KEY')", "require 'dotenv/load'"],
    ['a.php', "getenv('OPENAI_API_KEY')", 'Dotenv\\Dotenv::createUnsafeImmutable(__DIR__)->load();'],
    ['a.go', 'os.Getenv("OPENAI_API_KEY")', 'godotenv.Load()'],
    ['A.java', 'System.getenv("OPENAI_API_KEY")', undefined],
    ['a.kt', 'System.getenv("OPENAI_API_KEY")', undefined],
    ['A.cs', 'Environment.GetEnvironmentVariable("OPENAI_API_KEY")', 'DotNetEnv.Env.Load();'],
    ['a.rs', 'std::env::var("OPENAI_API_KEY")?', 'dotenvy::dotenv().ok();'],
    ['a.pl', '$ENV{OPENAI_API_KEY}', 'use Dotenv -load;'],
    ['a.lua', 'os.getenv("OPENAI_API_KEY")', undefined],
    ['a.R', 'Sys.getenv("OPENAI_API_KEY")', 'readRenviron(".env")'],
    ['a.exs', 'System.fetch_env!("OPENAI_API_KEY")', undefined],
    ['.github/workflows/ci.yml', '${{ secrets.OPENAI_API_KEY }}', undefined],
    ['.gitlab-ci.yml', '$OPENAI_API_KEY', undefined],
    ['deploy/docker-compose.prod.yml', '${OPENAI_API_KEY:?}', undefined],
    ['main.tf', 'var.openai_api_key', undefined],
    ['.npmrc', '${OPENAI_API_KEY}', undefined],
    ['Makefile', '$(OPENAI_API_KEY)', undefined],
  ])('%s: %s', (path, code, load) => {
    expect(lookUp(path, 'OPENAI_API_KEY')).toMatchObject({ code, ...(load && { load }) })
    expect(lookUp(path, 'OPENAI_API_KEY')?.load).toBe(load)
  })

  test('an image never gets a secret by ENV or ARG', () => {
    const { code, advice } = lookUp('docker/Dockerfile.prod', 'KEY') ?? {}
    expect(code).toMatch(/^RUN --mount=type=secret,id=KEY /)
    expect(advice).toContain('Never ENV or ARG')
  })

  test('what runs in a browser is told to be public', () => {
    for (const path of ['src/App.tsx', 'src/App.vue', 'index.html'])
      expect(lookUp(path, 'KEY')?.advice).toContain('public')
  })

  test('a format without look-up has none', () => {
    const found = lookUp('config.json', 'KEY')
    expect(found?.code).toBeUndefined()
    expect(found?.advice).toContain('KEY')
  })

  test('what is not known is not made up', () => {
    for (const path of ['data.bin', 'noextension', 'a.constructor', 'a.__proto__'])
      expect(lookUp(path, 'KEY')).toBeUndefined()
  })
})
