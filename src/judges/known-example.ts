import type { Judge } from '../types.ts'
import { digestOf } from './digest-of.ts'
import { secretOf } from './secret-of.ts'

/**
 * Values that vendors' documentation, emulators and standards show to everybody, by the first 16 hex digits of their
 * SHA-256: the values look live, and must not stand in a file. What holds "EXAMPLE" (Amazon's) needs no entry.
 */
const KNOWN: ReadonlyMap<string, string> = new Map([
  ['570dad43de1af4c9', 'FastAPI, the key of its tutorial'],
  ['aa14054fd92e37e6', 'Ubuntu documentation, hash of the password of its installer'],
  ['6ca6473b42d9c17e', 'Firebase documentation, browser key'],
  ['412a54cd6f4c7f28', 'MongoDB documentation, connection string'],
  ['f0386f9be1fe905f', 'gcloud, the secret of its own client'],
  ['f3c3964ca854e172', 'Grafana, the secret key that it comes with'],
  ['69549b8d6a2aabb1', 'Tomcat documentation, password of a data source'],
  ['676cb75018edccf1', 'FRR and Quagga, the password of their sample'],
  ['6ccb1279691699b1', 'Joomla, the secret of the settings that it comes with'],
  ['90b4df2dd35faed9', 'Debian, the password of the sample for its installer'],
  ['e071d5d53b31b2be', 'Laravel, the key that tests of packages run with'],
  ['d4ccb372e00f0cc3', 'Dex documentation, hash of the word password'],
  ['1491ee8e1f3957bf', 'Jetty documentation, hash of a user'],
  ['2cafc0970149a84f', 'Stripe, sample key of the API reference'],
  ['f2d6ca16515033e5', 'Stripe, sample key of older pages'],
  ['b1471f544ceeea31', 'Stripe, sample publishable key'],
  ['5895b89c8fb33402', 'Stripe, sample publishable key of older pages'],
  ['7e8de44ea9ecf6d5', 'Stripe, sample key of the client libraries'],
  ['69e5a07ccf06bc5a', 'Stripe, sample key of the client libraries'],
  ['0011cc25eb432071', 'Azurite and the storage emulator: the well-known account key'],
  ['aa6547439583c3a2', 'Cosmos DB emulator: the well-known key'],
  ['3543c50b0cb9cea8', 'GitHub documentation, access token'],
  ['bc3ae723f57c6b9e', 'GitHub documentation, OAuth token'],
  ['797c0ce414586cc8', 'GitHub documentation, installation token'],
  ['82e74299544e0073', 'GitHub documentation, user token'],
  ['6d7fa4e64d4b1f3e', 'GitHub documentation, refresh token'],
  ['f5e95c9954635b65', 'reCAPTCHA, secret for automated tests'],
  ['03b970ed8171d73b', 'reCAPTCHA, site key for automated tests'],
  ['f5375a46365089a8', 'Slack documentation, bot token'],
  ['60c2276a452dbd12', 'Slack documentation, user token'],
  ['279a2219c2388e7f', 'Firebase documentation, browser key'],
  ['ac9265e56c79b234', 'Google Maps documentation, browser key'],
  ['02091175c1ae3023', 'SendGrid documentation'],
  ['15cef4b629cc2d07', 'RFC 6455, sample of a WebSocket key'],
  ['cf4d418ed3de92d7', 'RFC 7617, sample of basic authentication'],
  ['a1af13543ba8ad27', 'Cloudflare documentation, API key'],
  ['5e6a8235e121de87', 'Cloudflare documentation, global key'],
  ['8b1b17a9740c068a', 'RFC 7515, appendix A.1, signing key'],
  ['cb87c87e4a138d9a', 'RFC 5849, samples of OAuth 1.0'],
  ['649e1f5c769e718b', 'RFC 5849, samples of OAuth 1.0'],
  ['bb9b1163338b2a51', 'RFC 5849, samples of OAuth 1.0'],
  ['4c20e6f5cc11b937', 'RFC 5849, samples of OAuth 1.0'],
  ['6aa14267d94944e6', 'RFC 5849, samples of OAuth 1.0'],
  ['9d03b692e941d5ac', 'RFC 5849, samples of OAuth 1.0'],
  ['2ff8b0fb93aca981', 'RFC 5849, samples of OAuth 1.0'],
  ['c20fbc2b96183894', 'RFC 5849, samples of OAuth 1.0'],
  ['b87dad10a32a2d81', 'RFC 5849, samples of OAuth 1.0'],
  ['2d2469b4b41f1efb', 'RFC 5849, samples of OAuth 1.0'],
  ['8d567eb88afff34f', 'RFC 5849, samples of OAuth 1.0'],
  ['80f8b7c904d4a43f', 'RFC 5849, samples of OAuth 1.0'],
  ['6c96130f130ab0d6', 'RFC 6749, samples of OAuth 2.0'],
  ['00cf4c781dc37003', 'RFC 6749, samples of OAuth 2.0'],
  ['a35b81a7d7927b70', 'RFC 6749, samples of OAuth 2.0'],
  ['ca7459e2b26776de', 'RFC 6749, samples of OAuth 2.0'],
  ['53f5da0aaa93d64c', 'RFC 6749, samples of OAuth 2.0'],
  ['e9974c507d2a8021', 'RFC 6749, samples of OAuth 2.0'],
  ['b8e148545b13c78b', 'RFC 6750 and its drafts, samples of bearer tokens'],
  ['a71b359a87afde13', 'RFC 6750 and its drafts, samples of bearer tokens'],
  ['3e6099e82cea8b70', 'RFC 6750 and its drafts, samples of bearer tokens'],
  ['88353154ca476dbf', 'Unity, passcode of every new project'],
  ['b9904b8ed45bc574', 'Django REST framework, token of its documentation'],
  ['458fb87ebfaa259e', 'Play documentation, application secret'],
  ['b22963e2d8281645', 'Play documentation, application secret'],
  ['9cb335cb7b5fb805', 'Flask documentation, secret key'],
  ['2598f7d6adc142d8', 'Flask documentation, secret key'],
  ['b62ad8b3465e33dc', 'RFC 6238, key of its test vectors'],
  ['8be5d113c0871ce1', 'documentation of one-time passwords'],
  ['b9ff7e39a242862e', 'documentation of one-time passwords'],
  ['2d5b07fb8139fde8', 'RFC 7628 and pages on XOAUTH2, samples of bearer tokens'],
  ['d8467a36fb39799e', 'RFC 7628 and pages on XOAUTH2, samples of bearer tokens'],
  ['5d7b5f2a9e44137c', 'Cloudflare documentation, API token'],
  ['8651e7dbcb3dcc3a', 'Cloudflare documentation, API key'],
  ['c87b68d5ff9f5c5f', 'Cloudflare documentation, secret of a service'],
  ['ee050adcc216814f', 'Neon documentation, connection string'],
  ['bc1a50966c9e6486', 'Hardhat and Anvil, key of a development chain'],
  ['8335c55334821eef', 'Hardhat and Anvil, key of a development chain'],
  ['b26ab6529d20ebeb', 'Hardhat and Anvil, key of a development chain'],
  ['64034b44c579b335', 'Hardhat and Anvil, key of a development chain'],
  ['4d3e46eec8244d1d', 'Hardhat and Anvil, key of a development chain'],
  ['0aedba9d586f34f9', 'Hardhat and Anvil, key of a development chain'],
  ['28e543d3753fc9d1', 'Hardhat and Anvil, key of a development chain'],
  ['f070994a85994785', 'Hardhat and Anvil, key of a development chain'],
  ['38e69fdd19aefeb4', 'Hardhat and Anvil, key of a development chain'],
  ['967f21586cdf1248', 'Hardhat and Anvil, key of a development chain'],
  ['578592185588730b', 'Ganache, key of a development chain'],
  ['30e55f5463e22af0', 'Ganache, key of a development chain'],
  ['70b801afae94d2e6', 'Ganache, key of a development chain'],
  ['0bc9fde2b028e3b0', 'Ganache, key of a development chain'],
  ['f51c2c795f782308', 'Ganache, key of a development chain'],
  ['6dea34b661141091', 'Ganache, key of a development chain'],
  ['faeb1dab5a326eef', 'Ganache, key of a development chain'],
  ['196fbadca8b7eea6', 'Ganache, key of a development chain'],
  ['ecd5e9d0b08a8a9f', 'Ganache, key of a development chain'],
  ['3fd5610ee03a3503', 'Ganache, key of a development chain'],
  ['bc75ea4dc2242eed', 'documentation of Certbot, settings of a plug-in'],
  ['d2d5b5b62d2cc993', 'documentation of Certbot, settings of a plug-in'],
  ['0423d177a233d47b', 'documentation of Certbot, settings of a plug-in'],
  ['d9e39e50ab936ea4', 'documentation of Certbot, settings of a plug-in'],
  ['97f284c32352f553', 'documentation of Certbot, settings of a plug-in'],
  ['448db4ee0c140b6a', 'documentation of Certbot, settings of a plug-in'],
  ['661c4680558db266', 'documentation of Certbot, settings of a plug-in'],
  ['df954a8cc197af2d', 'documentation of Certbot, settings of a plug-in'],
  ['0114c1456f250438', 'Amazon S3 documentation of before, secret key'],
  ['98304b21e305abfd', 'Amazon S3 documentation of before, id of a key'],
  ['96c2f384cb853ba0', 'MinIO documentation, master key'],
  ['293257ab6495ebb1', 'RFC 5849, samples of OAuth 1.0'],
  ['2c31d647d5667058', 'RFC 6749, samples of OAuth 2.0'],
  ['616fe34ce8031621', 'Twitter documentation, samples of OAuth 1.0'],
  ['bfaf2b987c05e6d3', 'Twitter documentation, samples of OAuth 1.0'],
  ['0e04efa6bc7d2d51', 'Twitter documentation, samples of OAuth 1.0'],
  ['5aac38e542b76b97', 'Twitter documentation, samples of OAuth 1.0'],
  ['8e0628300c16fe38', 'Twitter documentation, samples of OAuth 1.0'],
  ['00b3dc640c9c99fc', 'Twitter documentation, samples of OAuth 1.0'],
  ['4640b686a09bee81', 'ingress documentation, hash of a user'],
  ['0925c3f79dfb11ca', 'ingress documentation, hash of a user'],
])
/** What tests change the end of, or break over two lines, by their first characters. Longer than any two vendors' keys share. */
const BEGINNING = 13
const KNOWN_BEGINNINGS: ReadonlyMap<string, string> = new Map([
  ['e6158b6f8c69c942', 'Amazon, id of a key in its documentation'],
  ['354f86b2e7346e78', 'Amazon, secret key in its documentation'],
  ['9a6725b052684cb5', 'Azurite and the storage emulator: the well-known account key'],
  ['f191ea70825aaef7', 'Cosmos DB emulator: the well-known key'],
  ['a0d180b9b147b7fa', 'RFC 7520, private key of RSA'],
  ['f0c3ad870a0f75a9', 'RFC 7520, private key of an elliptic curve'],
  ['004e234adbae2db0', 'RFC 7517, private key of RSA'],
  ['c23fd5af72063f8a', 'RFC 7517, private key of an elliptic curve'],
  ['ea769dfd31cc842f', 'RFC 7515, private key of RSA'],
  ['19fbfdb931fd2750', 'RFC 7515, private key of an elliptic curve'],
  ['e22492d66a777f42', 'RFC 7515, private key of an elliptic curve'],
  ['2b6a6569e820ba13', 'RFC 8037, private key of Ed25519'],
])
/** Longer values are not in the list; hashing them is for nothing. */
const LONGEST = 120

/** Some are written twice and more where a longer one is asked for. No shorter one is in the list. */
const SHORTEST_UNIT = 16

function unitOf(value: string): string {
  const unit = value.slice(0, SHORTEST_UNIT)
  const isRepeated =
    value.length > SHORTEST_UNIT && unit.repeat(value.length / SHORTEST_UNIT + 1).startsWith(value.slice(0, -1))
  return isRepeated ? unit : value
}

/** A published value opens nothing. */
export const knownExample: Judge = one => {
  const value = secretOf(one)
  const known =
    KNOWN_BEGINNINGS.get(digestOf(value.slice(0, BEGINNING))) ??
    (value.length > LONGEST ? undefined : KNOWN.get(digestOf(unitOf(value))))
  return known === undefined
    ? undefined
    : { says: 'drop', verdict: { knownExample: true }, why: `published value: ${known}` }
}
