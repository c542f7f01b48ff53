/**
 * @file Owns which signs are quotation marks; which of them opens and which closes is not asked.
 */

export const MARKS = `"\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02`;
