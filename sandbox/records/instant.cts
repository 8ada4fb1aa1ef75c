/** Times in records are ISO 8601 in UTC with milliseconds, so that they sort and compare as text. */
export type Instant = string;
