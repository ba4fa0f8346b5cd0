/** In these a value without quotes is an expression. In YAML, INI and their like it is the value. */
const CODE =
  /\.(?:[cm]?[jt]sx?|vue|svelte|py|rb|go|rs|java|kt|kts|scala|cs|fs|vb|swift|mm?|c|cc|cpp|cxx|h|hh|hpp|php|pl|pm|lua|r|jl|dart|ex|exs|erl|clj|groovy|gradle|tf|hcl|ps1|sql|coffee|hs|ml|zig|nim|tcl|proto|graphql)$/i

/** A file of a language in which a bare word is a variable. */
export function isCode(path: string): boolean {
  return CODE.test(path)
}
