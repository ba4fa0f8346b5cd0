import { expectQuiet } from './expect-files.ts'

expectQuiet([
  ['README.md', 'Log in with the username **admin** and password **crumb**.\nPassword: required, 8 to 16 characters\n'],
  ['src/defs.h', '/* the password (0x0007) */\n// password (8 to 24 characters)\n'],
  ['.gitconfig', '[user]\n\tsigningkey = 3aa5c34371567bd2d1b5c8f0e7a9b6c4d2f1e0a9\n'],
  ['accounts.txt', 'name, age42\nsee section 2.11\n'],
])
