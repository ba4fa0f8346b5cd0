/**
 * The vocabulary. Everything else imports from here; this file imports nothing. It is long because it is one thing: what these words mean
 * is read together, and no two files could part them without importing each other.
 *
 * A *source* brings *blobs*; the kernel finds *anchors* in their bytes; a rule's pattern turns an anchor
 * into a *match*; *judges* say how much to believe it; matches of one secret merge into one *finding* with
 * all its *places*; a *remedy* says what to do about it.
 */

export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const
export type Severity = (typeof SEVERITIES)[number]

export const CONFIDENCES = ['low', 'medium', 'high'] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** Lower-case hex, 40 (SHA-1) or 64 (SHA-256) characters. */
export type ObjectId = string

/**
 * A value that must not be shown. Every implicit conversion (string, JSON, inspect, template) gives the
 * redacted form; only `reveal()` gives the value, and its callers are few and found by grep.
 */
export interface Secret {
  /** The value itself. Calls to this are reviewed one by one. */
  reveal(): string
  /** Shortened so that it can be recognised, not used: `sk-proj-…Q3fA`. */
  readonly redacted: string
  /** Characters in the value. */
  readonly length: number
  toString(): string
  toJSON(): string
}

// ---------------------------------------------------------------- rules

/** What a printed step is for; the order is the order in which steps are taken. */
export const REMEDY_KINDS = ['revoke', 'rotate', 'remove', 'replace', 'purge', 'verify', 'note'] as const
export type RemedyKind = (typeof REMEDY_KINDS)[number]

/** One step of remediation. No step ever holds a secret; commands run as printed. */
export interface Remedy {
  readonly kind: RemedyKind
  readonly text: string
  readonly commands?: readonly string[]
  /** What belongs into a file, each line as it stands there or as `path:line: code`: shown, not run. */
  readonly code?: readonly string[]
  readonly url?: string
}

/** Provider data in a rule file that revoke and rotate steps are made of. */
export interface ProviderRemedy {
  /** Where a person does it by hand. */
  readonly console?: string
  /** Sentences, in order. */
  readonly revoke?: readonly string[]
  readonly rotate?: readonly string[]
  /** Commands that work as printed once a placeholder in capitals is filled in; never with the secret in an argument. */
  readonly commands?: readonly string[]
  /** What stops working when it is revoked. */
  readonly effect?: string
}

/** Names of the offline checks of `src/judges/checksum/`. */
export type ChecksumName = string

/**
 * A rule as the scanner uses it: compiled, checked, plain data. `pattern` runs over bytes read as latin1
 * (one character a byte), so offsets in a match are byte offsets.
 */
export interface Rule {
  readonly id: string
  readonly title: string
  readonly provider: string
  readonly providerName: string
  readonly severity: Severity
  /** What a match is worth before any judge has spoken. */
  readonly confidence: Confidence
  /** Higher wins where two rules match the same text: 0–100. Vendor formats 60, with context 40, generic 10. */
  readonly specificity: number
  /** Literals of which each match contains at least one. Empty only for file rules. */
  readonly anchors: readonly string[]
  /** Anchors match whatever their ASCII case. */
  readonly ignoreCase: boolean
  /** Source of the regular expression, already lowered; group `secret` is what leaks, other groups are parts. */
  readonly pattern: string
  readonly flags: string
  /** Each match begins with an anchor: the pattern need be tried there and nowhere else. */
  readonly anchored: boolean
  /** Greatest number of bytes that the pattern looks at before an anchor's start and after its end. */
  readonly before: number
  readonly after: number
  /** Words of which one must stand within `reach` bytes of the match (any case); empty: none needed. */
  readonly context: readonly string[]
  readonly reach: number
  /** A match at least this many bits of Shannon entropy a character, else it is dropped. 0: not asked. */
  readonly minEntropy: number
  readonly checksum?: ChecksumName
  /** The environment variable that the provider's SDK reads. */
  readonly env?: string
  /** Globs (picomatch) of paths. On a rule with a pattern: where it applies. Without one: the file itself is the finding. */
  readonly paths: readonly string[]
  /** Globs of paths where the rule does not apply. */
  readonly exceptPaths: readonly string[]
  /** Sources of regular expressions that say the same as `paths` and `exceptPaths`, made when keyscan was built. */
  readonly pathPattern?: string
  readonly exceptPathPattern?: string
  /** What a match is turned into findings by; 'pattern' for nearly all. */
  readonly kind: 'pattern' | 'whole-file' | 'file' | 'dotenv' | 'known-value' | 'shipment'
  /** The generic rules are judged by name, value and surroundings too. */
  readonly generic: boolean
  /** Group `secret` is the heading of a column: what stands in it below are the secrets. */
  readonly rows?: true
  /** Id of the rule whose match within `pairReach` bytes is the other half. */
  readonly pairWith?: string
  readonly pairReach: number
  readonly remedy: ProviderRemedy
  readonly source: string
}

/** All rules in force, and the hash that names exactly this set. */
export interface RuleSet {
  /** Of the built-in set made when first asked for: a commit hook needs a handful of them. */
  readonly rules: readonly Rule[]
  readonly hash: string
  /** What was made of the set when keyscan was built. Absent: made when the first blob is looked into. */
  readonly prepared?: PreparedRules
}

/**
 * What a detector knows of rules before an anchor has turned up: numbers. Neither these nor their reading grow much with the number of rules;
 * a rule itself is made when it is asked for.
 */
export interface RuleIndex {
  rule(number: number): Rule
  /** Of each rule: how far its window reaches before an anchor's start and after its end. */
  readonly before: readonly number[]
  readonly after: readonly number[]
  /** Of each anchor: its length, and where its rules begin in `owners` (one entry more than there are anchors). */
  readonly lengths: readonly number[]
  readonly starts: readonly number[]
  /** Numbers of rules. */
  readonly owners: readonly number[]
  anchors(): readonly Anchor[]
  /** What the kernel finds besides anchors, numbered after them. */
  marks(): readonly DecodeMark[]
}

export interface PreparedRules extends RuleIndex {
  /** The table's bytes lie in a file of their own that is read when the first blob is looked into. */
  table(): AnchorTable
  /** Numbers of the rules that are not found by anchors. */
  readonly without: Readonly<Record<Exclude<Rule['kind'], 'pattern'>, readonly number[]>>
  /** Of each rule: the run of bytes that each of its matches holds (a number of `runs`), and how long it is; 0: none is known. */
  readonly runOf: readonly number[]
  readonly runLengths: readonly number[]
  /** The bytes of each kind of run, as characters. */
  readonly runs: readonly string[]
  /** What may stand behind anchors: see generated-ruleset.ts. */
  sequels(): Uint8Array
  /** Of each of `owners` its place when sequels were made; -1: it was not there. Absent: all stand where they stood. */
  readonly places?: readonly number[]
  /** How many there were then. */
  readonly sequelPlaces: number
  /** The person's own among the rules, and what their literals were put behind. */
  readonly own?: { readonly rules: readonly Rule[]; readonly index: RuleIndex; readonly builtIn: PreparedRules }
  /** Of each built-in rule what decides whether it is in force: to ask for the rules themselves would make them all. */
  names(): { readonly ids: readonly string[]; readonly severities: readonly Severity[] }
  /** Each path that a rule for files of certain names is about holds one of these. */
  readonly fileLiterals: readonly FileLiteral[]
}

/** A text, and the numbers of the rules for files of certain names that a path with this text may be of. */
export type FileLiteral = readonly [text: string, rules: readonly number[]]

/** What the kernel looks anchors up in: the first bytes of its memory (kernel/assembly/layout.ts says which), plain data. */
export interface AnchorTable {
  /** Little endian, or of no use: see kernel/wasm-finder.ts. */
  readonly image: Uint8Array
  /** Bytes of the longest anchor; 0 where there is none. */
  readonly longest: number
  /** The most hits that one block of the kernel can give: it hands them over between blocks only. */
  readonly hitsPerBlock: number
}

// ---------------------------------------------------------------- anchors

/** A literal that the kernel looks for. Bytes are ASCII. */
export interface Anchor {
  readonly text: string
  readonly ignoreCase: boolean
}

/** What undoes an encoding or opens an archive: one for each file of `detect/decode/ways/`. */
export type DecodeWay =
  | 'base64'
  | 'argument'
  | 'hex'
  | 'percent'
  | 'escapes'
  | 'json'
  | 'entities'
  | 'utf-16'
  | 'quoted-printable'
  | 'mime'
  | 'notebook'
  | 'kubernetes'
  | 'split'
  | 'gzip'
  | 'packed'
  | 'zip'
  | 'tar'

/** A literal that tells that something encoded stands here: a vendor's prefix in base64, the magic number of an archive. */
export interface DecodeMark extends Anchor {
  readonly way: DecodeWay
  /** Base64: how many bytes of its group of three stand before what the literal encodes. */
  readonly shift?: number
  /** The whole blob is needed to decode what it tells of; else `DECODE_REACH` bytes either side. */
  readonly whole: boolean
}

/** Where anchors were found: parallel arrays, the first `count` entries valid until the next `find`. Ascending by position, then by anchor. */
export interface AnchorHits {
  readonly count: number
  /** Byte offset of the anchor's first byte. */
  readonly positions: Uint32Array
  /** Index into the anchors the finder was made from. */
  readonly anchors: Uint16Array
}

/** Finds every occurrence of every anchor, overlapping ones included. */
export interface AnchorFinder {
  readonly kind: 'wasm' | 'javascript'
  find(bytes: Uint8Array): AnchorHits
}

/** What a history is searched for. Plain data, made once and given to each thread. */
export interface SearchPlan {
  readonly table: AnchorTable
  /**
   * For each anchor, then for each mark of encodings, three numbers: its length, and how many bytes before its start and behind its end patterns (or
   * what is decoded) look at; 0xffffffff: at everything.
   */
  readonly reaches: Uint32Array
  /** What the table finds and has a higher number is a mark. */
  readonly anchorCount: number
  /** By which the kernel sees that no rule of an anchor can match where it stands: kernel/assembly/life.ts says how it is laid out. */
  readonly life?: Uint8Array
  /** How far beyond a match judges and context words look. */
  readonly margin: number
}

/** A pattern found its text in a stretch: where, by its place in the stretch, and what judges say. */
export interface StretchMatch {
  /** Of the whole match, context included. */
  readonly start: number
  readonly end: number
  /** Fingerprint of the secret; undefined where judges drop it. */
  readonly print: string | undefined
  /** Dropped because a comment lets it through; then it has a fingerprint too. */
  readonly allowed: boolean
}

export interface WholePrints {
  readonly found: readonly string[]
  readonly allowed: readonly string[]
  /** What met a bound within it; `what` is a path in the archive, or ''. */
  readonly unread: readonly NotScanned[]
}

/**
 * Looks into stretches of text around anchors, whose path nobody knows. `bytes` and `hits` are only valid during the call. Pure: the same stretch gives the
 * same answer, wherever it stands, so long as it holds all that its anchors' reach (for `inspect`: and the margin) asks for.
 */
export interface Inspector {
  /** Fingerprints of all that a text with marks of encodings holds, in plain and encoded. */
  inspectWhole(kind: BlobKind, bytes: Uint8Array): WholePrints
  /** Does any pattern match? */
  probe(kind: BlobKind, bytes: Uint8Array, hits: AnchorHits): boolean
  /** All matches, dropped ones included. */
  inspect(kind: BlobKind, bytes: Uint8Array, hits: AnchorHits): readonly StretchMatch[]
}

// ---------------------------------------------------------------- blobs

export type BlobKind = 'blob' | 'commit' | 'tag' | 'tree' | 'file' | 'stdin' | 'name'

/** Something to look into. `bytes` is only valid during the call it is handed to: copy what must outlive it. */
export interface Blob {
  readonly kind: BlobKind
  readonly bytes: Uint8Array
  /** Absent for files on disk and text from a pipe. */
  readonly id?: ObjectId
  /** Forward slashes, relative to the repository's root (or to the folder asked for). Absent where not known (yet). */
  readonly path?: string
  /** What it is judged by where that is not its path: of a folder outside the repository, what lies above it tells nothing of the files. */
  readonly within?: string
}

/** A pattern found its text. Offsets are bytes into the blob; nothing here is judged yet. */
export interface Match {
  readonly rule: Rule
  readonly secret: Secret
  /** Of the secret. */
  readonly start: number
  readonly end: number
  /** Of the whole match, context included. */
  readonly matchStart: number
  readonly matchEnd: number
  /** Named groups other than `secret`: `name` (of the variable), `user`, `host`, `id` … Those that are secret are not here in plain. */
  readonly parts: Readonly<Record<string, string>>
  /** The whole line the secret starts on, bounded, latin1; for judges and excerpts. Never printed as it is. */
  readonly line: string
  /** Byte offset of `line` in the blob. */
  readonly lineStart: number
  /** Up to 200 bytes either side of the match, latin1; for judges. */
  readonly around: string
  /** How it is encoded where it stands, outermost first: `['gzip', 'base64']`. Absent where it stands in plain. */
  readonly encoding?: readonly string[]
  /** Path of the file in the archive, of an archive in it behind a `!`: `lib/b.jar!x/app.properties`. Offsets and line are then of that file. */
  readonly inside?: string
}

// ---------------------------------------------------------------- judges

/** Reasons found by judges, e.g. { checksum: 'valid', entropy: 4.2 }. Goes into the report as it is: never a secret. */
export type Verdict = Readonly<Record<string, string | number | boolean>>

/** What one judge has to say; `undefined` where it has nothing to say. */
export interface Opinion {
  /** 'drop': no secret at all. 'confirm': high whatever others say short of drop. 'raise' / 'lower': one step. 'doubt': at most low. */
  readonly says: 'drop' | 'confirm' | 'raise' | 'lower' | 'doubt' | 'note'
  /** Entry for the verdict. */
  readonly verdict?: Verdict
  /** Why, for a person: "placeholder: every character the same". Never holds the secret. */
  readonly why: string
}

/** What a judge can look at. */
export interface Case {
  readonly match: Match
  /** One of the paths of the blob, where known. */
  readonly path: string | undefined
}

/** Pure: the same case gives the same opinion. */
export type Judge = (one: Case) => Opinion | undefined

/** All opinions put together. */
export interface Judgement {
  readonly dropped: boolean
  readonly confidence: Confidence
  readonly verdict: Verdict
  readonly reasons: readonly string[]
  /** Dropped because a comment in the text allows it: the reason given there, '' without one. Counted, not listed. */
  readonly allowed?: string
}

// ---------------------------------------------------------------- findings

export const STATES = ['index', 'head', 'unpushed', 'pushed', 'dangling', 'file'] as const
export type State = (typeof STATES)[number]

/** Where a secret stands. Lines and columns count from 1, columns in UTF-16 code units. */
export interface Place {
  /** Absent for a dangling blob and for text that is no file (a commit message: see `in`). */
  readonly path?: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  /** What was read, when it is not a file's content. */
  readonly in?:
    | 'commit message'
    | 'commit author'
    | 'tag message'
    | 'file name'
    | 'ref name'
    | 'note'
    | 'standard input'
  /** Path of the file in the archive that `path` is: `x/app.properties`. Line and column are of that file. */
  readonly inside?: string
  /** How it is encoded there, outermost first: `['gzip', 'base64']`. Line and column are of the encoded text. Absent where it stands in plain. */
  readonly encoding?: readonly string[]
  readonly blob?: ObjectId
  readonly commit?: ObjectId
  readonly author?: string
  readonly email?: string
  /** ISO 8601 with offset, of the author. */
  readonly date?: string
  /** Those that hold it, branches first; at most a hundred. */
  readonly refs?: readonly string[]
  /** How many hold it, where `refs` does not list them all. */
  readonly refCount?: number
  readonly inHead?: boolean
  /** Where it is lower than that of the finding, which is that of its surest place. */
  readonly confidence?: Confidence
  /** Redacted line with the secret replaced by its redacted form, and where that stands in it. */
  readonly excerpt?: Excerpt
}

/** A line that is fit to print: every secret on it redacted, control characters replaced, cut to a bounded width. */
export interface Excerpt {
  readonly text: string
  /** Of the marked secret, UTF-16 code units into `text`. */
  readonly start: number
  readonly end: number
}

export interface Finding {
  readonly fingerprint: string
  readonly ruleId: string
  readonly provider: string
  readonly title: string
  readonly severity: Severity
  readonly confidence: Confidence
  readonly verdict: Verdict
  /** Why it fired, for a person. */
  readonly reasons: readonly string[]
  /** Absent where the file itself is the finding (a tracked `.env`). */
  readonly secret?: Secret
  /** Non-secret parts: account id, user, host, the variable's name. */
  readonly parts: Readonly<Record<string, string>>
  readonly places: readonly Place[]
  /** How many versions (blobs) hold it. */
  readonly versions: number
  readonly state: State
  readonly remediation: readonly Remedy[]
}

/** Something that was asked for and could not be looked at. */
export interface NotScanned {
  /** A path, an object id, a range: printable. */
  readonly what: string
  readonly why: string
}

// ---------------------------------------------------------------- report

export const MODES = ['staged', 'paths', 'stdin', 'history', 'range'] as const
export type Mode = (typeof MODES)[number]

export interface Counts {
  /** Blobs, files or objects looked into. */
  readonly blobs: number
  readonly bytes: number
  readonly commits: number
  /** Findings under the confidence asked for: counted, not listed. */
  readonly belowConfidence: number
  /** Findings let through by an inline comment. */
  readonly allowed: number
}

export interface ScanInfo {
  readonly mode: Mode
  /** Root of the repository as given by git, forward slashes; null outside one. */
  readonly repository: string | null
  /** Commit id of HEAD; null where there is none. */
  readonly head: ObjectId | null
  /** Refs whose objects were asked for. */
  readonly refs: readonly string[]
  /** Repositories of their own within this one: not entered. Absent where there are none. */
  readonly submodules?: readonly string[]
  readonly counts: Counts
  readonly elapsedMs: number
  /** False where anything is in `notScanned`. */
  readonly complete: boolean
}

export interface Report {
  /** Of the report format; the schema ships under this number. */
  readonly version: 1
  readonly tool: { readonly name: 'keyscan'; readonly version: string; readonly rules: string }
  readonly scan: ScanInfo
  readonly findings: readonly Finding[]
  readonly notScanned: readonly NotScanned[]
}

/** Called now and then; cheap to ignore. */
export interface Progress {
  readonly phase: string
  readonly done: number
  /** 0: not known (yet). */
  readonly total: number
  readonly bytes: number
  readonly findings: number
}

// ---------------------------------------------------------------- sources and attribution

/** How a blob came to stand where it stands. One blob has one for each path (first version and tip), commit message, tag … */
export interface Origin {
  readonly path?: string
  readonly in?: Exclude<Place['in'], undefined>
  readonly commit?: ObjectId
  readonly author?: string
  readonly email?: string
  /** ISO 8601 with offset, of the author. */
  readonly date?: string
  readonly refs?: readonly string[]
  /** How many hold it, where `refs` does not list them all. */
  readonly refCount?: number
  readonly inHead?: boolean
  /** It still stands at this path in HEAD or at the tip of a branch. */
  readonly atTip?: boolean
  readonly state: State
  /** Blobs that stood at this place before (old version, all parents of a merge): what they hold is no new leak. */
  readonly before?: readonly ObjectId[]
}

/** What a thread asks that looks at its share of a history. */
export interface HistoryThreadHooks {
  readonly inspector: Inspector
  /** Of a tree entry's base name: does a rule want to know the blobs that bear it? */
  isSensitiveName(baseName: string): boolean
  /** Does the name itself, as bytes, hold something? */
  isTellingName(name: Uint8Array): boolean
}

/** What a source of a whole history is given besides. */
export interface HistoryHooks extends HistoryThreadHooks {
  plan(): SearchPlan
  /** Of an object that was looked at without its bytes being handed over: fingerprints of what it may hold, and of what comments let through. */
  held(id: ObjectId, found: readonly string[], allowed: readonly string[]): void
  /** Of what was looked at: nothing was found there, nothing allowed, and nothing went unread. */
  isClean(id: ObjectId): boolean
  /** Within an object something was not read: `what` is a path in the archive, or ''. */
  unread(object: Pick<Blob, 'path'> & { readonly id: ObjectId }, entry: NotScanned): void
  /** Says to whoever wants to know why it takes longer than it need. */
  note(text: string): void
  /** More threads, each with hooks of its own. */
  readonly team?: Team
  /** The same objects once more, for something else: what they say of one another is noted already. */
  readonly again?: true
  /** Names all that decides whether an object is clean: what was, under the same name, need not be looked at again. Absent: everything is. */
  readonly cleanKey?: Uint8Array
}

/** Threads that do the same job side by side: plain data in, plain data out. What either is, only those who use it know. */
export interface Team {
  /** There is about to be something to do. */
  prepare?(): void
  /** One promise for each thread of what it has learned, once there is nothing left to do. Rejected where a thread dies. */
  run(job: unknown): readonly Promise<unknown>[]
  close(): Promise<void>
}

/** What a source calls while it works. */
export interface SourceHooks {
  /** In a history only. */
  readonly history?: HistoryHooks
  /** Called once for each unique blob; synchronous, so that `bytes` may be reused afterwards. */
  look(blob: Blob): void
  notScanned(entry: NotScanned): void
  /** `findings`: where the source knows of more than it has handed over. */
  progress(progress: Pick<Progress, 'phase' | 'done' | 'total' | 'bytes'> & Partial<Pick<Progress, 'findings'>>): void
  /** Of a tree entry's base name: does a rule want to know the blobs that bear it? */
  isSensitiveName(baseName: string): boolean
}

export interface Looked {
  readonly blobs: number
  readonly bytes: number
  readonly commits: number
  readonly refs: readonly string[]
  /** Blobs that stand under a sensitive name somewhere, whose path is not known to `look` (history only). */
  readonly named: ReadonlySet<ObjectId>
  /** Paths (or names, where the path is not known) of submodules: named, not entered. */
  readonly submodules?: readonly string[]
  /** Files that are taken away, and what stood in them (of the index only). */
  readonly gone?: readonly { readonly path: string; readonly id: ObjectId }[]
}

/** A place that blobs come from: the index, a range, the whole history, files on disk, a pipe. */
export interface Source {
  readonly mode: Mode
  blobs(hooks: SourceHooks): Promise<Looked>
  /** Of blobs that have matches, by `blob.id ?? blob.path`. Absent on history: attribution answers there. */
  origins?(
    keys: ReadonlySet<string>,
  ): ReadonlyMap<string, readonly Origin[]> | Promise<ReadonlyMap<string, readonly Origin[]>>
  /** Reads blobs again or such that stood somewhere before; a missing one goes to `notScanned`. */
  read(ids: ReadonlySet<ObjectId>, look: (blob: Blob) => void, notScanned: (entry: NotScanned) => void): Promise<void>
  close(): Promise<void>
}
