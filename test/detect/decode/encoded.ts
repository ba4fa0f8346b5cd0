import { deflateRawSync, gzipSync } from 'node:zlib'

/** An archive of files, as the `zip` program writes it but without checksums, which nothing here reads. */
export function zipOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: { readonly encrypted?: boolean } = {},
): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content)
    const flags = options.encrypted ? 1 : 0
    const sizes = Buffer.alloc(8)
    sizes.writeUInt32LE(packed.length, 0)
    sizes.writeUInt32LE(Buffer.byteLength(content), 4)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(flags, 6)
    head.writeUInt16LE(8, 8)
    sizes.copy(head, 18)
    head.writeUInt16LE(Buffer.byteLength(name), 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(flags, 8)
    entry.writeUInt16LE(8, 10)
    sizes.copy(entry, 20)
    entry.writeUInt16LE(Buffer.byteLength(name), 28)
    entry.writeUInt32LE(offset, 42)
    locals.push(head, Buffer.from(name), packed)
    central.push(entry, Buffer.from(name))
    offset += 30 + Buffer.byteLength(name) + packed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

/** An archive as POSIX has it. */
export function tarOf(files: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const blocks: Buffer[] = []
  for (const [name, content] of Object.entries(files)) {
    const head = Buffer.alloc(512)
    head.write(name, 0)
    head.write(Buffer.byteLength(content).toString(8).padStart(11, '0'), 124)
    head.write('        0', 148)
    head.write('ustar\x0000', 257)
    const sum = head.reduce((all, byte) => all + byte, 0)
    head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
    const padding = Buffer.alloc((512 - (Buffer.byteLength(content) % 512)) % 512)
    blocks.push(head, Buffer.from(content), padding)
  }
  return Buffer.concat([...blocks, Buffer.alloc(1024)])
}

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

/** Lines of 76 characters, as MIME has it. */
const wrapped = (base64: string): string => base64.replace(/.{76}/g, '$&\n')

/** A text, encoded. */
export const ENCODINGS: Readonly<Record<string, (text: string) => string | Uint8Array>> = {
  base64: text => `data: ${Buffer.from(text).toString('base64')}\n`,
  'base64, one byte on': text => `data: ${Buffer.from(`:${text}`).toString('base64')}\n`,
  'base64, two bytes on': text => `data: ${Buffer.from(`a:${text}`).toString('base64')}\n`,
  base64url: text => `data: ${Buffer.from(text).toString('base64url')}\n`,
  'base64 of base64': text => `${Buffer.from(Buffer.from(text).toString('base64')).toString('base64')}\n`,
  'base64 in lines': text =>
    `${wrapped(Buffer.from(`${'# settings\n'.repeat(20)}${text}\n${'# end\n'.repeat(40)}`).toString('base64'))}\n`,
  hex: text => `x = "${Buffer.from(text).toString('hex')}"\n`,
  'hex in capitals': text => `x = "${Buffer.from(text).toString('hex').toUpperCase()}"\n`,
  percent: text => [...Buffer.from(text)].map(byte => `%${byte.toString(16)}`).join(''),
  '\\x': text => `"${[...Buffer.from(text)].map(byte => `\\x${byte.toString(16).padStart(2, '0')}`).join('')}"`,
  '\\u': text => `"${[...text].map(one => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`,
  entities: text => [...text].map(one => `&#${one.charCodeAt(0)};`).join(''),
  'UTF-16 LE with mark': text => Buffer.from(`\ufeff; settings\r\n${text}\r\n`, 'utf16le'),
  'UTF-16 BE with mark': text => utf16be(`\ufeff; settings\r\n${text}\r\n`),
  'UTF-16 LE': text => Buffer.from(`; settings\r\n${text}\r\n`, 'utf16le'),
  'UTF-16 BE': text => utf16be(`; settings\r\n${text}\r\n`),
  'quoted-printable': text =>
    `Content-Transfer-Encoding: quoted-printable\n\nhello =E2=82=AC ${text.slice(0, 10)}=\n${text.slice(10)}\n`,
  mime: text =>
    `Content-Transfer-Encoding: base64\n\n${wrapped(Buffer.from(`${'a word or two\n'.repeat(9)}${text}\n`).toString('base64'))}\n`,
  gzip: text => gzipSync(text),
  zip: text => zipOf({ 'a/b.txt': text }),
  tar: text => tarOf({ 'a/b.txt': text }),
  'tar.gz': text => gzipSync(tarOf({ 'a/b.txt': text })),
  'zip in zip': text => zipOf({ 'a.jar': zipOf({ 'b.txt': text }) }),
  'gzip in base64': text => `x: ${gzipSync(text).toString('base64')}\n`,
  'zip in base64': text => `x: ${zipOf({ 'b.txt': text }).toString('base64')}\n`,
  'base64 of base64 of gzip': text => `x: ${Buffer.from(gzipSync(text).toString('base64')).toString('base64')}\n`,
  'joined by +': text => `key = "${text.slice(0, 8)}" + "${text.slice(8)}"\n`,
  'joined over lines': text => `key = "${text.slice(0, 8)}" +\n    "${text.slice(8, 20)}" +\n  "${text.slice(20)}"\n`,
  'joined by .': text => `$key = '${text.slice(0, 4)}' . '${text.slice(4)}';\n`,
  'side by side': text => `key = ("${text.slice(0, 9)}"\n       "${text.slice(9)}")\n`,
  concat: text => `key = concat("${text.slice(0, 6)}", "${text.slice(6)}")\n`,
  'join of a list': text => `key = ["${text.slice(0, 6)}", "${text.slice(6)}"].join("")\n`,
  'a line that goes on': text => `KEY=${text.slice(0, 12)}\\\n${text.slice(12)}\n`,
  'a folded line': text => `key: >-\n  ${text.slice(0, 20)}\n  ${text.slice(20)}\nother: 1\n`,
}
