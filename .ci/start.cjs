#!/usr/bin/env node
// Starts the command line. .ci/build.mjs makes dist/keyscan.cjs of this file.
//
// What a commit hook needs is one file, bin/hot-….cjs; the rest is loaded piece by piece. Compiling the hot file takes V8 some 8 ms of the 20 that a
// scan of one changed file takes, so what it compiled is kept beside it for the next start. V8 itself refuses what another version made, but it
// takes any source of the same length for the same: so the hash of its content is in the file's name, and what was kept of an older build is
// never run. Whoever can write that file can write this one: it is as trustworthy as the code. Where it cannot be written (a read-only or
// zipped installation) each start compiles anew.
'use strict'
const { readFileSync, renameSync, writeFileSync } = require('node:fs')
const { Script } = require('node:vm')

const folder = `${__dirname}/bin`
const hotName = 'HOT_NAME'
const hotFile = `${folder}/${hotName}.cjs`
const cacheFile = `${folder}/${hotName}-${process.version}-${process.platform}-${process.arch}.cache`

function cached() {
  try {
    return readFileSync(cacheFile)
  } catch {
    return undefined
  }
}

const cachedData = cached()
const script = new Script(readFileSync(hotFile, 'latin1'), { filename: hotFile, cachedData })
const pieces = script.runInThisContext()(require, __dirname)
const loaded = new Map()

function load(name) {
  let module = loaded.get(name)
  if (!module) {
    module = { exports: {} }
    loaded.set(name, module)
    const piece = pieces[name] ?? require(`./bin/${name}.cjs`)
    piece(load, module, module.exports)
  }
  return module.exports
}

/** V8 throws away what it compiled of functions that have not run for a while: what is kept after a long scan would lack all that a start needs. */
const LONG_MS = 1000

/** After the scan, so that the functions which it needed are in it. Renamed into place: hooks may start side by side. */
function keep() {
  if (performance.now() > LONG_MS) return
  const draft = `${cacheFile}.${process.pid}`
  try {
    writeFileSync(draft, script.createCachedData())
    renameSync(draft, cacheFile)
  } catch {
    // Nothing is lost but time at the next start.
  }
}

if (cachedData === undefined || script.cachedDataRejected) process.once('exit', keep)
load('keyscan')
