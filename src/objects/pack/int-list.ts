const FIRST_ROOM = 1 << 10

/** Whole numbers of 32 bits, as many as come. */
export class IntList {
  #ints = new Int32Array(FIRST_ROOM)
  #size = 0

  get size(): number {
    return this.#size
  }

  at(index: number): number {
    return this.#ints[index]!
  }

  push(number: number): void {
    if (this.#size === this.#ints.length) {
      const larger = new Int32Array(this.#size * 2)
      larger.set(this.#ints)
      this.#ints = larger
    }
    this.#ints[this.#size++] = number
  }
}
