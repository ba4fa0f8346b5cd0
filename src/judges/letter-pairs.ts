/**
 * How much likelier each pair of letters is in words of English and code than in random text: row = first letter,
 * column = second, 'm' = as likely, each step = half a bit (of log2). Counted over the words (once each, weighted by
 * the logarithm of how often) in documentation, type declarations and the sources of some C and TypeScript projects.
 */
const PAIRS = [
  'imongildmdiqmpemdpoqkjhjje',
  'pikiphgdpmeqgioidmokpfddmf',
  'pfkgpgdpmdonifridmkpmfdfid',
  'olhmsjhfqgelhhnidmohnieiid',
  'nioplljfhednmphlhqpnfkjmjd',
  'ohikpofdrddoihpgdollndddld',
  'nflfsilnpdfnknmhdpojmiedff',
  'rggirggdqdekkipidnkmmhddkd',
  'llnmmlmdddenmsoldlopdldidl',
  'piidsdddodhijfqfdhqfqidddd',
  'miiitiieqdimillihipklihfid',
  'phimrhedqdhphfqidgmlmhddnd',
  'rmhjreddpdgimgopdfmhmdddjd',
  'ohooplqfndjjhknidhpqljedhd',
  'klnngkkdjejnorlndqmnnlmged',
  'qfihqgejndepgfpmdqmoniddid',
  'dkgdfdddjddlgdggdmkgvdhddf',
  'phklshldpdjjlkphdmnnkifdld',
  'menkqifnpdjliimmdhornfhdke',
  'pfkhrienrdfkhhoidpnlkfgdmd',
  'mnmjnlldldeooqhndppodedhdg',
  'rgigtfedqddidhmgdijgidddfd',
  'qghjphhoqefmgooidpnjhgdfei',
  'nhojpkehpdgljfkrdkkrggdjke',
  'lkmlnlifodjnnpmqdkqnggjgji',
  'ofihtgdhpdglkfmkdmmjjfddlm',
]
const A = 97
const NEUTRAL = 'm'.charCodeAt(0)

/** Bits that speak for a word, of lower-case letters only. Random text loses one and a half bits a letter. */
export function letterPairs(letters: string): number {
  let halfBits = 0
  for (let i = 1; i < letters.length; i++) {
    const row = PAIRS[letters.charCodeAt(i - 1) - A]
    if (row) halfBits += row.charCodeAt(letters.charCodeAt(i) - A) - NEUTRAL
  }
  return halfBits / 2
}
