/** Large public repositories of several languages, each at the commit whose findings were judged. */
export const TREES = [
  { repository: 'ansible/ansible', commit: 'c9ac477e53a99e95781f333eec3329a935c1bf95' },
  { repository: 'bitnami/charts', commit: '5165628ae06697f8f68a670bef7739d93c4b7f44' },
  { repository: 'curl/curl', commit: '5c61e168698a72b87437d58ed728bcdea6d5db42', history: true },
  {
    repository: 'docker-mailserver/docker-mailserver',
    commit: 'c9b015ddc869b277c16dd20ef4a70e595c72d022',
    history: true,
  },
  { repository: 'expressjs/express', commit: 'a3714473feb3d2908add734d340e7755fd85e0a3', history: true },
  { repository: 'git/git', commit: '1a3e64c6c4a623626ff0687008732a8e007e2a1c', history: true },
  { repository: 'hashicorp/terraform', commit: '883c7221ee2e0bc2fad6912fd4b3cc4b53a598a7', history: true },
  { repository: 'langchain-ai/langchainjs', commit: '62fc484b2a0d1ec5b8bebff4a8a0efe6300ada72', history: true },
  { repository: 'laravel/framework', commit: 'bd71b45fbb7e672957bf6ff61baddefe15fbca6a', history: true },
  { repository: 'ohmyzsh/ohmyzsh', commit: '830a5bcfd29fd577fdcd5f3b8e98cbaf973421fa', history: true },
  { repository: 'openwrt/packages', commit: '0521bb56793387788798e4a69b84d96766ed54e2' },
  { repository: 'psf/requests', commit: '1f6589ec3a1ee910f9a65cc3ceac60b26677bc0e', history: true },
  { repository: 'rails/rails', commit: '2a2db1e8d6d104ee0611efcae7eb023af65cff34', history: true },
  { repository: 'redis/redis', commit: '4f8cdc2a1ea53e42955af758aabffee67cb455dd', history: true },
  { repository: 'spring-projects/spring-boot', commit: 'c329ffa25dc160a90ebe5e4b006ad4cdf89d8683', history: true },
  { repository: 'vuejs/core', commit: 'e2bede96134f757aad5c5b33ac9be055022dbfc8', history: true },
]
