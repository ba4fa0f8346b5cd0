/** Of what stands at a path, as `--raw` prints them: the commit of another repository. */
export const SUBMODULE = '160000'
/** Nothing stands there. */
export const ABSENT = '000000'
