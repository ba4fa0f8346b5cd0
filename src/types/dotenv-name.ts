/**
 * Base names, in lower case, of files of environment variables: `.env`, `.env.local`, `prod.env`, direnv's `.envrc`, Flask's `.flaskenv`, Wrangler's
 * `.dev.vars`. Templates of such files bear them too.
 */
export const DOTENV_NAME = /^(?:\.env(?:rc|\..+)?|\.flaskenv|\.dev\.vars(?:\..+)?|.+\.env)$/
