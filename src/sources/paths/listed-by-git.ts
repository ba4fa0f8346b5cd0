import { createNulFields } from '../../git/nul-fields.ts'
import { runGit } from '../../git/run-git.ts'
import { type FileOnDisk, fileOnDisk } from './file-on-disk.ts'

/** Files under a folder as git sees them: tracked, and untracked but not ignored. */
export async function listedByGit(folder: string): Promise<readonly FileOnDisk[]> {
  const output = await runGit(['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'], {
    cwd: folder,
  })
  const files: FileOnDisk[] = []
  createNulFields(name => files.push(fileOnDisk({ path: folder, at: folder }, name)))(output)
  return files
}
