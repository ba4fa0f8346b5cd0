/** What rules for files of certain names ask of the names in trees. */
export interface SensitiveNames {
  /** Of a base name: does a rule want to know the blobs that bear it? */
  isSensitiveName(baseName: string): boolean
  /** Of a folder's name: does a rule ask for a folder of this name? */
  isSensitiveFolder(name: string): boolean
}
