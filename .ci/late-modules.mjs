/** What Node itself has loaded before any of us is asked for. */
const THERE = /^node:(?:fs|path|process)$/

/**
 * Code of esbuild's in which modules of Node's are asked for when something in them is first used: node:zlib alone, which comes with all of streams, takes
 * 2.4 ms, and a commit hook mostly needs none of them.
 */
export function lateModules(code) {
  const late = new Set()
  const asked = code.replace(
    /\b(import_node_\w+)=((?:__toESM\()?require\("(node:[\w/]+)"\)(?:,1\))?)/g,
    (whole, name, value, module) => {
      if (THERE.test(module)) return whole
      late.add(name)
      return `${name}=()=>${value}`
    },
  )
  if (late.size === 0) return asked
  const names = [...late].join('|')
  // `new x().Name` would make an x.
  const made = asked.replace(new RegExp(`\\bnew (${names})\\.(\\w+)`, 'g'), 'new($1().$2)')
  return made.replace(new RegExp(`\\b(${names})\\.`, 'g'), '$1().')
}
