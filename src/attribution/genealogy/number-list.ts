const FIRST_ROOM = 1 << 10

/** Numbers below 2³², four bytes each, as many as come. */
export class NumberList {
  #numbers = new Uint32Array(FIRST_ROOM)
  #size = 0

  get size(): number {
    return this.#size
  }

  at(index: number): number {
    return this.#numbers[index]!
  }

  push(number: number): void {
    if (this.#size === this.#numbers.length) {
      const larger = new Uint32Array(this.#size * 2)
      larger.set(this.#numbers)
      this.#numbers = larger
    }
    this.#numbers[this.#size++] = number
  }
}
