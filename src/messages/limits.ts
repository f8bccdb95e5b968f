/** The most tokens that one `ui:list` answers. */
export const LIST_CHUNK = 50;
