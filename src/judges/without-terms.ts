/**
 * Words of programs that have a digit in them: `base64`, `sha256`, `s3`. A name with one of them is a name like others, though digits otherwise tell a
 * password from it.
 */
const TERMS =
  /(?<![A-Za-z0-9])(?:v\d{1,2}|2fa|mfa2|802-1[15][a-z]?|base(?:16|32|58|64)|b64|sha[1235]|sha(?:224|256|384|512)|md[45]|crc32|utf(?:8|16|32)|s3|ec2|k8s|i18n|l10n|a11y|e2e|oauth[12]|http[123]|ipv[46]|x509|x25519|ed25519|p12|pkcs\d{1,2}|rs256|hs256|es256|aes(?:128|192|256)|argon2(?:id?|d)?|log4j|neo4j|web3|win32|x86|x64|amd64|arm64|mp[34]|h26[45])(?![a-z0-9])|(?<=[a-z])(?:2F[Aa]|S3|Ec2|EC2|K8s|OAuth2|Oauth2|Base(?:32|64)|B64|Sha(?:1|256|512)|SHA(?:1|256|512)|Md5|MD5|Utf8|UTF8|Http2|Ipv[46]|IPv[46]|X509|P12|Pkcs\d{1,2}|Aes(?:128|256)|E2E)(?![a-z0-9])|^(?:S3|EC2|K8s|OAuth2|Base64|Sha256|Md5|X509|E2E)(?=[A-Z][a-z])/g

/** `sha256_password` as `term_password`, `render2FaSettings` as `renderTermSettings`. */
export function withoutTerms(value: string): string {
  return value.replace(TERMS, term => (/^[A-Z]|^2F/.test(term) ? 'Term' : 'term'))
}
