// A realistic set of anchors, until there is none better than the rules' own: generic names in any case, then vendors' prefixes.
const NAMES =
  'password passwd passphrase pwd= secret token api_key apikey api-key access_key accesskey access-key private_key privatekey client_secret auth_token authtoken bearer credential connectionstring accountkey= sharedaccesssignature authorization: x-api-key encryption_key signing_key master_key db_pass mysql_pwd jdbc: deepseek mistral cohere datadog heroku mailgun cloudflare algolia amplitude circleci vercel netlify okta twilio sendgrid dropbox asana linear_ notion firebase mapbox pulumi fastly bitbucket atlassian snyk travis'
const PREFIXES =
  'sk- sk_live_ sk_test_ rk_live_ rk_test_ whsec_ T3BlbkFJ sk-ant-api03- sk-ant-admin01- sk-or-v1- sk-lf- pk-lf- csk- gsk_ xai- pplx- r8_ hf_ tgp_v1_ AKIA ASIA ABIA ACCA A3T ghp_ gho_ ghu_ ghs_ ghr_ github_pat_ glpat- gldt- glrt- glcbt- glptt- gloas- glsoat- glsa_ glc_ npm_ pypi-AgEIcHlwaS5vcmc xoxb- xoxp- xoxa- xoxe. xoxr- xapp-1- hooks.slack.com/services/ AIza ya29. GOCSPX- service_account SG. AC0 SK0 -----BEGIN PuTTY-User-Key-File- AGE-SECRET-KEY-1 eyJ :// ATATT3x ATCTT3x ATBB cflt cfk_ zpka_ sntrys_ sntryu_ dop_v1_ doo_v1_ dor_v1_ shpat_ shpss_ shpca_ shppa_ EAAC rubygems_ dckr_pat_ dp.pt. dp.st. lin_api_ figd_ PMAK- NRAK- hvs. hvb. AccountKey= SharedAccessKey= 8Q~ +ASt ACDb postgres:// mysql:// mongodb+srv:// redis:// amqp:// sq0atp- sq0csp- EAAAE pscale_tkn_ pscale_pw_ EZAK EZTK FLWSECK fio-u- patA1 secret_ ntn_ CFPAT- dapi duffel_ ops_eyJ sbp_ tfe. atlasv1. ApiKey- discord.com/api/webhooks/ api.telegram.org/bot'

const plain = [
  ...NAMES.split(' ').map(text => ({ text, ignoreCase: true })),
  ...PREFIXES.split(' ').map(text => ({ text, ignoreCase: false })),
]

/** What base64 (three alignments), hex and UTF-16 make of a literal, less what depends on its neighbours. */
function encodings({ text, ignoreCase }) {
  const base64 = [0, 1, 2].map(before => {
    const encoded = Buffer.from('.'.repeat(before) + text).toString('base64')
    return encoded.replace(/=+$/, '').slice(before === 0 ? 0 : before + 1, -1)
  })
  const exact = [...base64.filter(form => form.length > 4), Buffer.from(text).toString('hex')]
  const wide = Buffer.from(text, 'utf16le').toString('latin1').slice(0, -1)
  return [...exact.map(form => ({ text: form, ignoreCase: false })), { text: wide, ignoreCase }]
}

export const ANCHOR_SETS = {
  plain,
  'with encodings': [...plain, ...plain.flatMap(encodings)],
}
