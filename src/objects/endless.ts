/** Why an object is not looked at of which the deltas go in a circle. */
export const ENDLESS = 'damaged: a delta that is made from itself'
