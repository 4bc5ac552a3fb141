/** One thing seen of a figure: what it is, where, and with which words; and how it is painted. */
export interface Seen { readonly shape: string; readonly paint: string }

/** What an element gives to all that stands in it: how much of it shows, what alters it, what it stands on, where it is cut off. */
export interface Around { readonly opacity: number; readonly altered: string; readonly ground: string; readonly cut: Edges }

/** Pixels of the window. */
export interface Edges { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** The corner that places are told from, the figure's ground, and what is known so far of the elements. */
export interface Look { readonly from: Edges; readonly ground: string; readonly known: Map<Element, Around> }
