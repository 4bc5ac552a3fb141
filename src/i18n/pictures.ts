/** The name of the picture that stands for the whole book; figures and chapters have their own, of their names. */
export const bookPicture = 'book';

/** Pixels of every picture that is shown with a link. */
export const pictureSize = { width: 1200, height: 630 } as const;

/** Pixels of a figure's drawing where all are listed, which shows it half as large, for screens that have more of them. */
export const thumbSize = { width: 320, height: 200 } as const;
