import { isRandom } from './is-random.ts'

/** Things that have a form of their own, and what that form is called in a reason. */
const SHAPES: readonly (readonly [string, RegExp])[] = [
  ['a number', /^[-+]?[0-9][0-9_,.]{0,9}(?:[a-z%]{1,3})?$|^\d{5,40}u?ll?$/i],
  ['an address in memory', /^0x(?:7f|55)[0-9a-f]{10}$/],
  [
    'a region of a cloud',
    /^(?:us|eu|ap|sa|ca|me|af|il|mx|europe|asia|australia|northamerica|southamerica|africa)(?:-gov)?-(?:north|south|east|west|central){1,2}-?\d{1,2}$/,
  ],
  ['a date', /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d.*)?$|^\d{1,2}[./]\d{1,2}[./]\d{2,4}$/],
  ['a duration', /^\d{1,4} ?(?:ms|sec(?:ond)?s?|min(?:ute)?s?|h(?:ou)?rs?|days?|weeks?|months?|years?)$/i],
  // `2.0.5=pyhd3eb1b0_0`, as conda lists what is installed
  ['a version', /^\d+(?:\.\w+){1,4}=(?:\w+_)?\w*\d$/],
  // `acme/tool#cc9ce2f`, as package.json names a repository
  ['a repository', /^[\w.-]+\/[\w.-]+#[\w.^~/-]+$/],
  // `20/m/ip`: how often something may be done
  ['a rate', /^\d{1,6}\/\d{0,3}(?:[smhdw]|sec(?:ond)?|min(?:ute)?|hour|day|week)(?:\/[a-z_]{2,12})?(?:,.{3,60})?$/],
  ['a version', /^[v^~<>= ]{0,3}\d+\.\d+(?:\.\d+)?(?:[-+.][\w.-]{1,24})?$/],
  ['the address of a network card', /^(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/i],
  ['a colour', /^#(?:[0-9a-f]{3,4}){1,2}$|^(?:rgb|hsl)a?\(|^var\(--/i],
  [
    'an address',
    /^(?:[a-z][a-z0-9+.-]{1,20}:\/\/|\/\/(?=[a-z0-9-]+\.))(?![^/@\s]*:[^/@\s]+@)[^\s?]*(?:\?[^\s=]*|\?(?:[\w.-]{1,30}=(?:[a-z]{0,12}[0-9.]{0,6}|(?:\\u00[01][0-9a-f]){1,3}\d{0,3})(?:&|$)){1,6})?$/i,
  ],
  ['an address', /^[\w/.-]{1,60}\.(?:php|html?|aspx?|jsp|cgi|do)\?[\w=&%.[\]-]*$/],
  [
    'a host',
    /^(?:[a-z0-9-]{1,40}\.){1,6}(?:com|net|org|io|dev|local|internal|example|test|invalid|de|eu|co|uk|us|app|cloud)(?::\d+)?\/?$/i,
  ],
  [
    'a path',
    /^(?:\.{1,2}|~|[A-Za-z]:)?[\\/](?:[\w.@ -]+[\\/])*[\w.@ -]*\.[A-Za-z0-9]{1,6}$|^(?:\.{1,2}|~)[\\/]|^\/(?:\.well-known|etc|usr|var|home|opt|tmp|run|mnt|root|api|v\d|app|srv|dev|Users|Library|Applications|Volumes|private|workspace|builds|secrets?|config|data|bin|vault|opt|path)\b|^[A-Za-z]:\\/,
  ],
  // `/shop/api/0.3/encryption-key`
  ['a path', /^(?:\/(?:[a-z]{2,}(?:[-_][a-z]+)*|v?\d+(?:\.\d+)*)){3,}\/?$/],
  // `/change-password/{0}`, as routes are written
  ['a path', /^(?:\/[a-z]{2,}(?:[-_][a-z]+)*)+(?:\/(?:\{\w*\}|:[a-z]\w*|<[\w:]+>))+\/?$/],
  ['the address of a network', /^\d{1,3}(?:\.\d{1,3}){3}\/\d{1,2}$/],
  [
    'a file name',
    /^[\w@/.-]{1,200}\.(?:js|ts|json|ya?ml|toml|ini|cfg|conf|pem|key|crt|cer|pub|txt|md|html?|css|png|jpe?g|svg|gif|webp|mp4|mov|geojson|xml|py|rb|go|java|sh|env|log|lock|db|sqlite|p12|pfx|jks)$|^[\w@/.-]{1,200}\.html?#[\w.-]{0,80}$/i,
  ],
  // A token without a signature is worth nothing, and the header alone is the same in all of them.
  ['a JWT without signature', /^eyJ[A-Za-z0-9_-]{8,200}\.eyJ[A-Za-z0-9_-]{4,2000}\.?(?:(?<=\.)[a-z-]{3,20})?$/],
  // `["HS256"].{}`: of brackets and braces only, as tests of readers have it.
  ['a JWT without signature', /^(?:W[yz1x]|e[3y])[A-Za-z0-9_-]{0,40}\.e30(?:[.K=]\w{0,8})?(?:\.e30K?)?$/],
  ['a JWT without its header', /^\.eyJ[A-Za-z0-9_-]{8,}/],
  // `{"alg":"none"}`: https://www.rfc-editor.org/rfc/rfc7519#section-6
  ['a JWT without signature', /^eyJ(?:0eXAiOiJKV1QiLCJ)?hbGciOiJ[uO]b25lI(?:n0\.|iw)/],
  // As tests of readers have it: without a payload, or with `{}` in its place.
  ['a JWT without signature', /^e[3y][A-Za-z0-9_-]{8,200}\.(?:e[3y][A-Za-z0-9_-]{1,2000})?\.?(?:e30)?$/],
  ['the header of a JWT', /^eyJ(?:hbGciOi|0eXAiOi)[A-Za-z0-9_-]{8,80}$/],
  [
    'an algorithm',
    /^(?:sha-?\d{1,3}|md5|pbkdf2|pbe|none|hmac)with[a-z0-9]{2,16}(?:(?:and|in)[a-z0-9-]{2,24})?$|^(?:[a-z]{1,8}[-_])?(?:scram|hmac|pbkdf2|bcrypt|rsa|ecdsa|aes|sha-?[1235]|sha-?(?:224|256|384|512)|[a-z]{0,4}md5|ed25519|x25519)(?:[-_/](?:sha-?\d{1,3}|\d{3}|cbc|gcm|ctr|plus|pss|oaep|p\d{3}|[a-z]{3}\d{3}))*$/i,
  ],
  // https://www.iana.org/assignments/jose/jose.xhtml
  [
    'an algorithm',
    /^(?:A(?:128|192|256)(?:KW|GCM(?:KW)?|CBC-HS(?:256|384|512))|(?:ECDH-ES|PBES2-HS(?:256|384|512))\+A\d{3}KW|RSA-OAEP(?:-\d{3})?|RSA1_5)$/,
  ],
  [
    'rules of validation',
    /^(?:min|max|size|between|digits(?:_between)?|length|same|confirmed|regex|exists|unique|string|numeric|integer|alpha_num)(?:[:|][\w,.]{1,40}){1,6}$/,
  ],
  [
    'rules of validation',
    /^[a-z_]{3,30}(?::[\w,.]{1,40})?(?:\|[a-z_]{3,30}(?::[\w,.]{0,40})?)+$|^(?:required|nullable|sometimes|confirmed|bail)\|$/,
  ],
  [
    'the name of a class',
    /^\\{0,2}[A-Z]\w{1,40}(?:\\{1,2}[A-Z]\w{1,60}){1,8}$|^(?:[a-z_]{2,}\.){2,8}[A-Z][A-Za-z0-9]+$/,
  ],
  // `pm-4516-add-last-date`: flags and branches are called after what asked for them.
  ['the name of a ticket', /^[a-z]{2,6}-\d{2,6}(?:-[a-z]+){2,}$/i],
  ['an address on a block chain', /^0x[0-9a-f]{40}$/i],
  ['a table of Postfix', /^(?:proxy:)?(?:hash|btree|lmdb|cdb|texthash|regexp|pcre|ldap|mysql|pgsql|unix):/],
  ['the address of a network card', /^[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}$/i],
  ['a line of /etc/passwd', /^[a-z_][\w-]{0,31}:[x*!]?:\d{1,6}:\d{1,6}:/],
  ['a filter of LDAP', /^\([&|!]\(/],
  [
    'an encoding',
    /^(?:latin-?1|utf-?(?:8|16|32)(?:[-_]?(?:le|be|sig))?|us-ascii|iso-?8859-?\d{1,2}|cp-?\d{3,4}|windows-?125\d|base64(?:url)?|gb(?:k|2312|18030)|shift[-_]?jis|euc[-_](?:jp|kr)|koi8-[ru]|unicode[-_]escape)$/i,
  ],
  ['an element with an attribute', /^[a-z]{1,20}\[[a-z-]{1,30}[~|^$*]?=[^\]]{1,60}\]$/i],
  ['the name of a header', /^x(?:-[a-z]{2,20}){1,4}$/i],
  ['a call', /^[a-z_$][\w$.]{0,60}\((?:["']?[\w$. -]{0,60}["']?)\)$/i],
  // `passwd: compat`: https://man7.org/linux/man-pages/man5/nsswitch.conf.5.html
  ['a source of accounts', /^(?:files|compat|nis|nisplus|ldap|sss|sssd|systemd|winbind|hesiod|altfiles|extrausers)$/],
  ['a setting', /^[#;] ?[a-z][\w-]{2,}(?:\.[\w-]{2,}){1,8} ?[=:]/i],
  ['a MIME type', /^(?:application|text|image|audio|video|font|multipart)\/[\w.+-]+/],
  ['embedded data', /^data:[\w/+.-]{0,60}[;,]/],
  ['a regular expression', /^\/?\^.*\$\/?[gimsuy]*$|\(\?[:=!<]|\\[dwsb][+*{]|\[(?:a-z|A-Z|0-9)[^\]]*\]/],
  // `mysqli_connect(` in a list of functions, `--password=)|sshpass` in a pattern that looks for them.
  ['the beginning of a call', /^[A-Za-z_]+(?:(?:\.|->|::)[A-Za-z_]+){0,4}\($/],
  [
    'the rest of a pattern',
    /^[)\]]{1,2}[|?*+{]|^\.[*+?][)\]|]|^\(?\\[wdsS][+*]|\(\.[*+]\??\)|^'?\^?\[\^[^\]]{1,20}\][+*]/,
  ],
  // Between two quotes that do not belong together: `),f?c.createElement(`, `","next":null}`, `p12Password),`, `+login.Password+`.
  [
    'the rest of an expression',
    /^\)[,;.:]|^\. ?\$[a-z_]\w{0,40}(?:->|\[|\.|$)|^\.[a-z_]\w{2,40}\((?=[^)]*$|[^)]*\()|^["'`]\s?[,:}\])]|^["'`]\s?\+\s?[A-Za-z(]|^["'`] ?\. ?\$[A-Za-z_]|^[A-Za-z_$][\w$.]*\)[,;]$|^\+\s?[A-Za-z_$][\w$.]*(?:[([]|\s?\+$)/,
  ],
  [
    'a resource of Android',
    /^(?:@\+?|[?])(?:[a-z][\w.]*:)?(?:attr|color|drawable|string|style|dimen|id|layout|mipmap|bool|integer|array|anim|font|raw|xml)\/[\w.]+$/,
  ],
  // `docker build --secret id=npm,src=.npmrc`: which file is meant; `password= host=db1`: the next setting.
  [
    'a setting',
    /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+){1,8}=|^[a-z]{2,}(?:_[a-z]+)*=[\d.]+$|^(?:user(?:name)?|id|src|source|type|name|target|env|host(?:addr)?|port|dbname|sslmode)=/,
  ],
  // With `S3`, `K8S` and the like among them.
  ['the name of a constant', /^(?:[A-Z]+\d?|[A-Z]\d[A-Z]?|\d{1,2})(?:_(?:[A-Z]{2,}\d?|[A-Z]\d[A-Z]?|\d{1,2})){2,}$/],
  [
    'the name of a program',
    /^(?:1Password|LastPass|KeePass(?:XC|DX)?|Bitwarden|Dashlane|NordPass|Enpass|RoboForm)(?:[/ -][A-Z][A-Za-z]{1,20})?$/,
  ],
  // `FK_9A1B…`, as Doctrine, TypeORM and others call what they make of a table and its columns.
  ['the name of an index', /^(?:FK|IDX|IX|UNIQ|UQ|PK|CHK|REL|DF)_[0-9a-f]{8,40}$/i],
  // `orders#update_password`: https://guides.rubyonrails.org/routing.html
  // `&'()*+,-./`, plain or with some of them encoded: all there are, in their order.
  ['signs in their order', /'\(\)\*\+,-[./%]/],
  ['a route', /^[a-z_]+(?:\/[a-z_]+)*#[a-z_]+[?!]?$/],
  // `Shop\OrdersController@update`: https://laravel.com/docs/routing
  ['a route', /^(?:[A-Z]\w{1,60}\\{1,2}){0,8}[A-Z]\w{0,60}Controller@[a-z]\w{0,60}$/],
  ['a path', /^[a-z]{3,}\d{0,3}\/$/],
  // `Q-9c46ab77-…-0`, as Grafana counts queries.
  ['an id', /^[A-Z]{1,3}-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}-\d{1,3}$/],
  ['a made-up id', /^12345678-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{12}$/i],
  // `user[password]`, `rules[]`: https://www.php.net/manual/en/faq.html.php#faq.html.arrays
  ['the name of a field', /^[a-z_][a-z_-]{1,40}(?:\[[a-z_]{0,40}\]){1,4}$/i],
  // `Shop__CertPassword`: https://learn.microsoft.com/en-us/aspnet/core/fundamentals/configuration/#naming-of-environment-variables
  ['the name of a setting', /^[A-Z][a-z]+(?:[A-Z][a-z]+)*(?:__[A-Z][a-z]+(?:[A-Z][a-z]+)*){1,6}$/],
  ['a type', /^(?:u?int|b?float|complex)(?:8|16|32|64|128|256)(?:_t)?$/],
  ['an address of a network', /^(?=(?:[^:]*:){3,7}[^:]*$)(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?:\/\d{1,3})?$/i],
  ['the name of a variable', /^[A-Za-z]{3,}(?:_\d{1,2}){2,}$/],
  // https://docs.djangoproject.com/en/stable/topics/migrations/
  ['the name of a migration', /^\d{4}(?:_[a-z]+\d?)+$/],
  // https://docs.datadoghq.com/account_management/api-app-keys/#client-tokens
  ['a token made to be shown', /^pub[0-9a-f]{32}$/],
  // https://docs.stripe.com/keys#obtain-api-keys and kin: publishable
  ['a token made to be shown', /^pk_(?:test|live)_[A-Za-z0-9+/=_-]{16,200}$/],
  // https://posthog.com/docs/api: it may only send events
  ['a token made to be shown', /^phc_[A-Za-z0-9]{32,64}$/],
  // https://github.com/FiloSottile/age: who a file is encrypted for
  ['a public key', /^age1[02-9ac-hj-np-z]{58}$/],
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
  ['the name of a resource', /^arn:aws[a-z-]*:[a-z0-9-]{2,30}:[\w*-]{0,30}:[\d*]{0,12}:/],
  // `ping-db:5432:orders:app:*`: https://www.postgresql.org/docs/current/libpq-pgpass.html
  ['a line of .pgpass', /^(?:\*|[\w.-]{1,60}):(?:\*|\d{2,5}):(?:\*|[\w.-]{1,60}):(?:\*|[\w.-]{1,60})(?::|$)/],
  // `strncmp(password, "SCRV1:", 6)`: by what another protocol's value begins.
  ['a mark', /^[A-Z]{2,10}\d?:$/],
  ['a pattern', /^\^.*(?:[.)\]]|\\\w)[*+{?].*\$$|^\/.*\(\?[:=!<].*\/[a-z]{0,4}$/],
  // `SMS_175435174`: as a service of messages counts its templates.
  ['an id', /^[A-Z]{2,8}_\d{6,12}$/],
  ['the rest of an address', /^[\w.-]{1,40}(?:&[a-z]{1,12}=[\w.-]{0,40}){2,}$/i],
  ['the name of a document', /^RFC[- ]?\d{3,5}$/],
  ['an emoji', /^unicode\/[0-9a-f]{2,5}(?:-[0-9a-f]{2,5}){0,7}$/],
  ['bytes of no text', /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]|\ufffd.*\ufffd/s],
  ['the name of an element', /^#[a-z]{2,}(?:(?:[-_][a-z]{2,}){2,}_?|(?:[A-Z][a-z]+)*)$|^#(?:[A-Z][a-z]+){2,5}$/],
  ['the name of an element', /^\.[a-z]{2,}(?:-{1,2}[a-z]{2,})+(?:[.:][A-Za-z-]+)*$/],
  // `docker run -p 127.0.0.1:8080:80`
  ['ports', /^(?:[\d.]{7,15}:)?\d{1,5}:\d{1,5}(?:\/(?:tcp|udp))?$/],
  // `Datenbankpasswort`: of whatever it is, it says that it is a password, in a language that no variable is named in.
  [
    'a word',
    /^[A-Za-z\u00c0-\u024f\u1e00-\u1eff]{0,30}(?:passw[oö]rter|passwort|kennwort|wachtwoord|contrase(?:ny|ñ)a|contrasinal|contrasigno|mot de passe|l[oö]senord|passord|passwuert|adgangskode|adgangskod|kodeord|salasana|salas[oõ]na|pasahitza|wagwoord|cyfrinair|pasvorto|slapta[zž]odis|jelsz[oó]|has[lł]o|heslo|parole|parool|senhal)[:.?!]?$/i,
  ],
  ['a word', /^(?:Done|Passed|Failed|Success|Succeeded|Finished|Completed)[.!]$/i],
  ['a word', /^\W?[A-Za-z]{2,12}(?:['’](?:t|s|re|ve|ll|d|m))\W?$/i],
  // A word with such letters as JSON and `.properties` write them: `Contrase\u00f1a`, `\u041f\u0430\u0440…`.
  [
    'a word',
    /^(?=.*\\(?:u(?!00[0-7])[0-9a-fA-F]{4}|x[c-fC-F][0-9a-fA-F]))(?:\\u(?!00[0-7])[0-9a-fA-F]{4}|\\x[c-fC-F][0-9a-fA-F]|[A-Za-z\u0080-\uffff' -]){2,60}[:.?!]?$/,
  ],
  // What a packet holds, as programs print it: `5\\340+zBc\\363`; `password\\000\\000`.
  ['bytes of no text', /(?:\\(?:[0-3][0-7]{2}|0(?![0-9])|x0[0-9a-f]).{0,16}?){2}/],
  ['a code of escapes', /^(?:\\[xu][0-9a-f]{2,4}|\\[nrt0abefv])+$/i],
]
/** Asked only of what holds a letter beyond ASCII: it takes V8 a millisecond to know all letters there are. */
const SHAPES_OF_OTHER_LETTERS: typeof SHAPES = [
  // `Contraseña`, `Järjelmä`: a word, as labels have it.
  ['a word', /^(?=.*[\u00c0-\u024f\u1e00-\u1eff])[\p{L}' -]{3,40}[:.?!]?$/u],
  // Translations of what a form says of a password; what keyboards of these languages are switched from to type one.
  ['text for people', /(?:(?!\p{Script=Latin})\p{L}\p{M}*){2}/u],
]
const BEYOND_ASCII = /[^\0-\x7f]/
/** Of these two or three characters decide, which random text has by chance: asked only of what looks written. */
const SHAPES_OF_WORDS: typeof SHAPES = [
  ['an e-mail address', /^[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+$/],
  ['markup', /^<[!?/]?[a-z]+(?:\s[^>]*)?\/?>|<\/[a-z]+>|&[a-z]{2,6};.*\s/i],
  ['a format string', /%[sdv](?:$|[^A-Za-z0-9])|\{\d?\}/],
  ['a name in reverse', /^(?:com|org|net|io|dev|app|edu|gov|[a-z]{2})(?:\.[a-z][\w-]{0,40}){2,8}$/],
  ['a selector', /^[.#][a-z][\w-]*(?:[ >~+.:[][\w. >~+:#()[\]="-]*)?$/i],
]

/** Forms that are asked of a value, each with what it is called. */
export function shapesFor(value: string): typeof SHAPES {
  return [
    ...SHAPES,
    ...(BEYOND_ASCII.test(value) ? SHAPES_OF_OTHER_LETTERS : []),
    ...(isRandom(value) ? [] : SHAPES_OF_WORDS),
  ]
}
