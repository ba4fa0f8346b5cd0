/** Where settings are looked for, in the root of a repository. */
export const OWN_FILE = '.keyscan.toml'
