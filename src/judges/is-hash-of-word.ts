import { digestOf } from './digest-of.ts'

/** MD5 and SHA-1, as digits, of `password`, `admin`, `123456` and others that everybody tries, and of nothing: by the first digits of their SHA-256. */
const DIGESTS = `
  3f2cd8e57b096fe7 465c194afb65670f cdf4a007e2b02a0c 4f5f282e7e716424 dfd65117f5a90cf8 30fdf15fd513fd69
  914420a9b210195d 65829e542dd151f4 52bbea75ee75a6f1 c43062c082d50991 9f9dd1d2e3f189e7 4253dfc1e6a2e862
  ee258b5e3a3e3b78 fb5451a6ac958718 0ba20bd85f0ae85b f759864761e3679e 4914e23374bb211e 77a6ec783ae173b3
  abb157624df5cc97 1caa6a8885bc2f04 bdd65fb4d1337260 2e6a0fc5e51d119f 5df8888ae023f6a2 101a57f8d7efd053
  65249994cf11a8d4 e6439a6595c5c94f 2089a051f7e1500a 4065e6ff47d82b2d efa4ee6985aba793 879adf17f74556c3
  f215faf9d88b7f0a 0d287772dfced309 b5a04226bda8fc65 299bbc6453f96d5c a667acc9affed0bf 490fc9b1d73fe65c
  e0a5fd4097d86003 a0626c0a5edb4b63 3f666c39681952de 168601827c50b370 5085ae10071e433d 6d31c4c9c005c3fd
  8010424bedf79dfd ca9e680399decb9d 1422bbe6812451a9 192593fbb61f3019 b7deb5b2557562a2 48e0954096864b1b
  4c719ac368f4ce75 7f6b2113c33bb6b4 2045468d358e70e7 f80210eb295ef7bb 5d0230142f3331e0 60af3a44ab892895
  1ad69fdc9394f843 7e261f28db5baa42 6b2157d39488544f af2c6ffc6610b30f 99d87392855d10ff 763ba1ba65cc8738
  aeaf1c026957935a 07e23ede2756aa3f
`
const HASH = /^(?:[0-9a-f]{32}|[0-9a-f]{40})$/i

/** Tables of users that come with a program, and texts that tell how to set a password again, are full of them. */
export function isHashOfWord(value: string): boolean {
  return HASH.test(value) && DIGESTS.includes(digestOf(value.toLowerCase()))
}
