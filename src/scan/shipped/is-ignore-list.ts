/** npm goes by a .gitignore where there is no .npmignore beside it. */
const IGNORE_LIST = /(?:^|\/)\.(?:npm|git)ignore$|\.(?:docker|container)ignore$/i

/** Does a file of this path say what is left out of an image or package? */
export function isIgnoreList(path: string): boolean {
  return IGNORE_LIST.test(path)
}
