/** How a language reads a value from its environment, in place of having it written down. */
export interface LookUp {
  /** What stands in place of the value. Absent where the format cannot look anything up. */
  readonly code?: string
  /** What makes a `.env` known to the program, where the language has such a thing. */
  readonly load?: string
  /** What else there is to know. */
  readonly advice?: string
  /** Where the value goes, when that is no `.env`: runs as printed and asks for the value. */
  readonly command?: string
}

type Make = (variable: string) => LookUp

const IN_A_BROWSER =
  'What runs in a browser is public, wherever it reads a key from (import.meta.env, VITE_…, NEXT_PUBLIC_…): call the provider from a server.'
const IN_AN_APP = 'What ships inside an app is public: let a server of yours call the provider.'

const javascript: Make = name => ({ code: `process.env.${name}`, load: "import 'dotenv/config'" })
const commonJs: Make = name => ({ code: `process.env.${name}`, load: "require('dotenv').config()" })
const frontEnd: Make = name => ({ ...javascript(name), advice: IN_A_BROWSER })
const python: Make = name => ({
  code: `os.getenv("${name}")`,
  load: 'from dotenv import load_dotenv; load_dotenv()',
})
const powerShell: Make = name => ({ code: `$env:${name}` })
const shell: Make = name => ({ code: `"\${${name}:?}"`, load: 'set -a; . ./.env; set +a' })
const ruby: Make = name => ({ code: `ENV.fetch('${name}')`, load: "require 'dotenv/load'" })
const java: Make = name => ({ code: `System.getenv("${name}")` })
const dotnet: Make = name => ({
  code: `Environment.GetEnvironmentVariable("${name}")`,
  load: 'DotNetEnv.Env.Load();',
})
const cFamily: Make = name => ({ code: `getenv("${name}")` })
const elixir: Make = name => ({ code: `System.fetch_env!("${name}")` })
const swift: Make = name => ({ code: `ProcessInfo.processInfo.environment["${name}"]`, advice: IN_AN_APP })
const terraform: Make = name => ({
  code: `var.${name.toLowerCase()}`,
  advice: `Declare it with "sensitive = true" and give it as TF_VAR_${name.toLowerCase()}. The state file holds it too: keep that out of git.`,
})
const yaml: Make = name => ({
  code: `\${${name}}`,
  advice:
    'YAML itself looks nothing up: if what reads the file does not either, take the entry out and read the variable in code.',
})
const none: Make = name => ({
  advice: `This format looks nothing up: take the entry out, and let the program that reads the file take ${name} from the environment.`,
})
const prose: Make = name => ({ code: `<${name}>`, advice: 'A placeholder is enough in a text that people read.' })

const BY_EXTENSION: Readonly<Record<string, Make>> = {
  ...each(['js', 'mjs', 'ts', 'mts'], javascript),
  ...each(['cjs', 'cts'], commonJs),
  ...each(['jsx', 'tsx', 'vue', 'svelte', 'astro'], frontEnd),
  ...each(['html', 'htm'], () => ({ advice: IN_A_BROWSER })),
  ...each(['py', 'pyw', 'pyi', 'ipynb'], python),
  ...each(['ps1', 'psm1', 'psd1'], powerShell),
  ...each(['sh', 'bash', 'zsh', 'ksh', 'bats'], shell),
  ...each(['fish'], name => ({ code: `$${name}` })),
  ...each(['bat', 'cmd'], name => ({ code: `%${name}%` })),
  ...each(['rb', 'rake', 'erb', 'gemspec', 'ru'], ruby),
  ...each(['php', 'phtml'], name => ({
    code: `getenv('${name}')`,
    load: 'Dotenv\\Dotenv::createUnsafeImmutable(__DIR__)->load();',
  })),
  ...each(['go'], name => ({ code: `os.Getenv("${name}")`, load: 'godotenv.Load()' })),
  ...each(['java', 'groovy', 'gradle', 'kt', 'kts'], java),
  ...each(['scala', 'sc'], name => ({ code: `sys.env("${name}")` })),
  ...each(['clj', 'cljs', 'cljc'], name => ({ code: `(System/getenv "${name}")` })),
  ...each(['cs', 'fs', 'vb', 'csx', 'cshtml'], dotnet),
  ...each(['rs'], name => ({ code: `std::env::var("${name}")?`, load: 'dotenvy::dotenv().ok();' })),
  ...each(['swift'], swift),
  ...each(['dart'], name => ({ code: `Platform.environment['${name}']`, advice: IN_AN_APP })),
  ...each(['pl', 'pm', 't'], name => ({ code: `$ENV{${name}}`, load: 'use Dotenv -load;' })),
  ...each(['lua'], name => ({ code: `os.getenv("${name}")` })),
  ...each(['r', 'rmd'], name => ({ code: `Sys.getenv("${name}")`, load: 'readRenviron(".env")' })),
  ...each(['ex', 'exs'], elixir),
  ...each(['jl'], name => ({ code: `ENV["${name}"]` })),
  ...each(['c', 'h', 'cc', 'cpp', 'cxx', 'hpp', 'm', 'mm'], cFamily),
  ...each(['yml', 'yaml'], yaml),
  ...each(['properties'], name => ({ code: `\${${name}}`, advice: 'Spring fills this in; plain Java does not.' })),
  ...each(['xml'], name => ({
    code: `\${env.${name}}`,
    advice: 'Maven fills this in; most other readers of XML do not.',
  })),
  ...each(['tf', 'hcl'], terraform),
  ...each(['mk'], name => ({ code: `$(${name})` })),
  ...each(['md', 'mdx', 'rst', 'txt', 'adoc'], prose),
  ...each(['json', 'jsonc', 'json5', 'toml', 'ini', 'cfg', 'conf', 'sql', 'plist', 'csv'], none),
}

/** Before extensions: what a file's whole path tells. */
const BY_PATH: readonly (readonly [RegExp, Make])[] = [
  [
    /(?:^|\/)(?:\.github|\.gitea|\.forgejo)\/(?:workflows|actions)\/.*\.ya?ml$/,
    name => ({ code: `\${{ secrets.${name} }}`, command: `gh secret set ${name}` }),
  ],
  [
    /(?:^|\/)\.gitlab-ci\.ya?ml$/,
    name => ({ code: `$${name}`, advice: 'Settings, CI/CD, Variables: masked and protected.' }),
  ],
  [
    /(?:^|\/)azure-pipelines[^/]*\.ya?ml$/,
    name => ({ code: `$(${name})`, advice: 'A secret variable of the pipeline.' }),
  ],
  [
    /(?:^|\/)(?:docker-)?compose[^/]*\.ya?ml$/,
    name => ({ code: `\${${name}:?}`, advice: 'Compose reads it from .env.' }),
  ],
  [
    /(?:^|\/)(?:Dockerfile|Containerfile)[^/]*$|\.(?:dockerfile|containerfile)$/i,
    name => ({
      code: `RUN --mount=type=secret,id=${name} ${name}="$(cat /run/secrets/${name})" …`,
      advice: `Never ENV or ARG: both stay in the image. Build with --secret id=${name}; what runs in the container gets it when it starts (--env-file).`,
    }),
  ],
  [/(?:^|\/)(?:GNU)?makefile$/i, name => ({ code: `$(${name})` })],
  [/(?:^|\/)(?:Gemfile|Rakefile)$/, ruby],
  [
    /(?:^|\/)Jenkinsfile$/,
    name => ({ code: `credentials('${name}')`, advice: 'In the environment block; kept by Jenkins.' }),
  ],
  [/(?:^|\/)\.npmrc$/, name => ({ code: `\${${name}}` })],
  [/(?:^|\/)\.(?:bashrc|zshrc|profile|bash_profile|zshenv)$/, shell],
]

function each(extensions: readonly string[], make: Make): Record<string, Make> {
  return Object.fromEntries(extensions.map(extension => [extension, make]))
}

/** What belongs in place of a value, by the language of the file; undefined where that is not known. */
export function lookUp(path: string, variable: string): LookUp | undefined {
  const byPath = BY_PATH.find(([pattern]) => pattern.test(path))
  if (byPath) return byPath[1](variable)
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(BY_EXTENSION, extension) ? BY_EXTENSION[extension]?.(variable) : undefined
}
