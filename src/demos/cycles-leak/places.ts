/** Where objects stand, in the order they are made, on a board 360 wide. */
export const places: readonly (readonly [x: number, y: number])[] = [[100, 64], [236, 64], [168, 156], [318, 156], [52, 156], [110, 248], [240, 248]];

/** How far above its object a variable stands. */
export const above = 46;
