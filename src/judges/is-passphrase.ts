/**
 * Words that names are made of: of settings, files, services, objects of Kubernetes, keys of translations, elements of pages. A value with one of them is
 * a name until more is known.
 */
const OF_NAMES = new Set(
  `about access account accounts action actions active actor add added address admin agent alert alerts alias all alpha any apache api app apps application
  archive arg args array artifact asset async attr attribute audit auth author auto autologin avatar aws azure back backend background backup base bash basic batch bean
  beta bin binary bind blob block blog body bool boot bot box branch broker browser bucket buffer bug build builder bundle button byte cache call callback
  cancel card cart case cert certificate certs change changed channel char chart chat check checkout child class clean clear cli click client clone close
  cloud cluster code codec collection color column command comment commit common compose config configuration confirm confirmation connect connection connector
  console const container content context control controller cookie cookies copy core count cpu create created credential credentials cron crypto csrf css
  current custom customer daemon dashboard data database dataset date days debug decode default delete deleted deny deploy deployment desc description
  design dest detail details dev develop developer development device dialog dict diff digest dir directory disable disabled disk display dns doc docker docs
  document domain dotenv down download draft driver drop dummy dump dynamic edit editor email empty enable enabled encode encrypted encryption endpoint engine entity
  entry enum env environment error errors event events example exchange exec exists expired expires export expose extension external extra factory fail failed
  failure fake false feature fetch field fields file files filter final find first flag flow folder font footer for force foreign forgot form format forward framework
  free from front frontend full func function gateway gen generate generated generator generic get git github gitlab global google grafana grant graph group groups guard guest gui
  handle handler hash head header headers health helm help helper hidden history home hook host hosted hosts hour html http https icon identity image images
  impl import incoming incorrect index info ingress init initial inline input insert instance integration inter interface internal interval invalid invite ios issue issuer item
  items java job jobs join json jwt kafka keep kernel key keychain keycloak keyring keys keystore kibana kind kube kubernetes label lang language last latest launch layer layout
  ldap lib library license limit line link linux list listen listener load loader local locale localhost lock locked log logger logging login logout logs long lookup mail
  mailer main manage managed management manager manual map mapper mapping mask match max media member memory menu merge message messages meta metadata method
  metric metrics middleware migrate migration min minio minute mirror missing mobile mock modal mode model module mongo mongodb monitor monitoring month mount
  multi mutation mysql name names namespace native nav net network new next nginx nil node none normal not note notification notify null number oauth object
  off offline oidc old online only open operator option optional options oracle order org organization origin other output overlay override owner package page pages panel
  param parameter params parent parse parser part partial pass passphrase passwd password passwords patch path pattern payload payment peer pending permission phone php pid pip
  pipeline placeholder plan platform player plugin plugins pod point policy pool port portal post postgres postgresql prefix preset preview primary print private process prod
  product production profile program project prometheus prompt prop properties property props provider proxy pub public publish publisher pull purge push put pwd python
  query queue rabbitmq random range rate raw read reader readonly ready realm recover recovery redirect redis ref reference refresh regex region register registration
  registry reject release reload remember remote remove rename render replica report repo repository request require required reset resolve resource resources response rest
  restore restricted result results retry return review revoke role roles rollback root route router routes row rpc rule rules run runner runtime salt sample sandbox
  save scan schedule scheduler schema scheme scope scopes screen script search second secret secrets section secure security seed select selector self send sender sentry serial server
  service services session set setting settings setup shared shell shop short show sidebar sign signature signing signin signup simple site size slack slave slot smtp
  snapshot socket sort source spec split sql src ssh ssl sso stable stack stage staging standard start state static stats status step stop storage store stream
  strict string strip stub style sub subject submit subscribe subscription success suffix super support svc switch sync syntax system tab table tag tags target
  task team temp template temporary tenant terraform test testing tests text the theme thread ticket time timeout timer timestamp title tls toggle token tokens
  tool tools top topic total trace tracker tracking traefik transaction transfer transform translation tree trigger true trust trusted txt type types unauthorized undefined union
  unique unit unknown unlock unset update updated upgrade upload uri url usage use user userinfo username users util utils uuid valid validate validation
  validator value values var variable vault vendor verification verified verify version video view viewer views virtual visible volume wait wallet warn warning watch web
  webhook webhooks website widget width wildcard wizard word worker workers workflow workspace wrapper write writer wrong xml yaml year your zone
  and are but can cannot did does for had has have here how into its may must need needed needs now our please should than that their them then there these this those too was were
  what when where which who why will with within without would you already also always because been before between both could each either ever every just make
  makes many more most much never nor often once same since some still such they through under until very want wants while
  forgotten sent received failed copied strong weak invalidated character characters letter letters digit digits minimum maximum least length mismatch match matches confirm again
  enter choose leave blank optional given provide provided supported unsupported stored saved hashed hashing plain bearer cleartext plaintext interactive pkce ntlm kerberos`.split(
    /\s+/,
  ),
)
/** All of them in small letters, or each with a capital; joined by the same sign. */
const WORDS =
  /^(?:[a-z]{3,12}([-_ ])[a-z]{3,12}(?:\1[a-z]{3,12}){1,7}|[A-Z][a-z]{2,11}([-_ ])[A-Z][a-z]{2,11}(?:\2[A-Z][a-z]{2,11}){1,7})$/
/** Nobody's password tells that it is one. */
const SAYS_WHAT =
  /(?:^|[-_ ])(?:pass\w*|pwd|secrets?|tokens?|keys?|cred\w*|auth\w*|logins?|users?)(?:[-_ ]|$)|(?:pass(?:word|wd)|secret|token)$/i

function isOfNames(word: string): boolean {
  return OF_NAMES.has(word) || (word.endsWith('s') && OF_NAMES.has(word.slice(0, -1)))
}

/**
 * `correct-horse-battery`: three words and more that have nothing to do with programs, as people choose them who were told to take words. `mayName`: how
 * many may be words of names all the same, where it is likely that a password stands there.
 */
export function isPassphrase(value: string, mayName = 0): boolean {
  if (!WORDS.test(value) || SAYS_WHAT.test(value)) return false
  const words = value.toLowerCase().split(/[-_ ]/)
  return new Set(words).size > 2 && words.filter(isOfNames).length <= mayName
}
