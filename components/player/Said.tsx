interface Props { readonly text: string }

/**
 * Words that change, in an element that is made anew with them. A browser that translates puts nodes of its own in the place
 * of text; text that was only changed would then stay behind them, unseen.
 */
export const Said = ({ text }: Props) => <span key={text}>{text}</span>;
