#!/usr/bin/env node
// Starts the command line. .ci/build.mjs makes dist/keyscan.cjs of this file.
//
// What a commit hook needs is one file, bin/hot-….cjs, what a history needs besides is another, bin/history-….cjs; the rest is loaded piece by piece.
// Compiling the first takes V8 some 8 ms of the 20 that a scan of one changed file takes, and both, in a history, a tenth of a second: so what it compiled is
// kept beside them for the next start. What is used differs from job to job, so that each has its own: after `keyscan init` a hook would find
// nothing that it needs. V8 itself refuses what another version made, but it takes any source of the same length for the same: so the hash of its content is
// in the file's name, and what was kept of an older build is never run. Whoever can write that file can write this one: it is as trustworthy as the
// code. Where it cannot be written (a read-only or zipped installation) each start compiles anew.
'use strict'
const { readFileSync, renameSync, writeFileSync } = require('node:fs')
const { Script } = require('node:vm')

const folder = `${__dirname}/bin`
const platform = `${process.version}-${process.platform}-${process.arch}`
const words = process.argv.slice(2)
const isHistory = words.includes('--history')
const job = isHistory ? 'history' : words.length === 0 || words.includes('--staged') ? 'staged' : 'other'

/** What was compiled of a function that has not run for a while V8 throws away: kept after a long scan it would lack all that a start needs. */
if (isHistory) require('node:v8').setFlagsFromString('--no-flush-bytecode')
const LONG_MS = 1000
/** Each run adds what it had to compile; after so many there is little left. */
const ENOUGH_RUNS = 4

/** A last byte says of how many runs it is. */
function cached(file) {
  try {
    const bytes = readFileSync(file)
    return { data: bytes.subarray(0, -1), runs: bytes.at(-1) }
  } catch {
    return undefined
  }
}

/** After the scan, so that the functions which it needed are in it. Renamed into place: hooks may start side by side. */
function keep(file, script, runs) {
  if (!isHistory && performance.now() > LONG_MS) return
  const draft = `${file}.${process.pid}`
  try {
    writeFileSync(draft, Buffer.concat([script.createCachedData(), Buffer.of(runs)]))
    renameSync(draft, file)
  } catch {
    // Nothing is lost but time at the next start.
  }
}

function open(name) {
  const file = `${folder}/${name}.cjs`
  const cacheFile = `${folder}/${name}-${job}-${platform}.cache`
  const known = cached(cacheFile)
  const script = new Script(readFileSync(file, 'latin1'), { filename: file, cachedData: known?.data })
  const runs = known === undefined || script.cachedDataRejected ? 0 : known.runs
  if (runs < ENOUGH_RUNS) process.once('exit', () => keep(cacheFile, script, runs + 1))
  return script.runInThisContext()(require, __dirname)
}

const hot = open('HOT_NAME')
/** Names of the pieces in the second file. */
const ofHistory = new Set(HISTORY_PIECES)
let history

function pieceOf(name) {
  if (hot[name]) return hot[name]
  if (!ofHistory.has(name)) return require(`./bin/${name}.cjs`)
  history ??= open('HISTORY_NAME')
  return history[name]
}

const loaded = new Map()

function load(name) {
  let module = loaded.get(name)
  if (!module) {
    module = { exports: {} }
    loaded.set(name, module)
    pieceOf(name)(load, module, module.exports)
  }
  return module.exports
}

load('keyscan')
