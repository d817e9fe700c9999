// SPDX-License-Identifier: Apache-2.0

extension Migration {
    /// The way of cards through the office: their openings and acts, files of drafts, outgoing letters, tokens, substitutes, closings.
    ///
    /// Acts are the truth; `stage`, `owner` and `controlled_due` of a card repeat what they come to, so that lists need no replay.
    /// Cards filed before this step are opened when somebody first acts on them; only later ones ask for a resolution by themselves.
    static let cardRoute = Migration(
        number: 4,
        text: """
            ALTER TABLE card ADD COLUMN stage TEXT;
            ALTER TABLE card ADD COLUMN owner TEXT;
            ALTER TABLE card ADD COLUMN controlled_due TEXT;
            CREATE INDEX card_stage ON card (stage, id) WHERE stage IS NOT NULL;
            CREATE INDEX card_owner ON card (owner, id) WHERE owner IS NOT NULL;
            CREATE INDEX card_controlled ON card (controlled_due, id) WHERE controlled_due IS NOT NULL;
            CREATE INDEX card_unrouted ON card (id) WHERE stage IS NULL AND state = 'registered';
            INSERT INTO setting (key, value) SELECT 'route.after', CAST(COALESCE(max(id), 0) AS TEXT) FROM card;
            CREATE TABLE card_opening (
                card_id {integer} PRIMARY KEY REFERENCES card (id), at TEXT NOT NULL, opening TEXT NOT NULL
            ) {strict};
            {append-only card_opening}
            CREATE TABLE card_act (
                card_id {integer} NOT NULL REFERENCES card_opening (card_id), ordinal {integer} NOT NULL CHECK (ordinal > 0),
                at TEXT NOT NULL, actor TEXT NOT NULL, kind TEXT NOT NULL, event_seq {integer} NOT NULL REFERENCES event (seq),
                act TEXT NOT NULL, PRIMARY KEY (card_id, ordinal)
            ) {strict};
            {append-only card_act}
            CREATE TABLE draft_file (
                card_id {integer} NOT NULL REFERENCES card (id), draft {integer} NOT NULL, version {integer} NOT NULL,
                ordinal {integer} NOT NULL, name TEXT NOT NULL, media_type TEXT NOT NULL, digest {octets} NOT NULL
                    CHECK (length(digest) = 32), size {integer} NOT NULL, PRIMARY KEY (card_id, draft, version, ordinal)
            ) {keyed};
            CREATE TABLE outgoing_letter (
                card_id {integer} NOT NULL REFERENCES card (id), draft {integer} NOT NULL, journal TEXT NOT NULL,
                journal_year {integer} NOT NULL, number {integer} NOT NULL CHECK (number > 0), registration_index TEXT NOT NULL,
                registered_on TEXT NOT NULL, subject TEXT NOT NULL, correspondent TEXT NOT NULL, PRIMARY KEY (card_id, draft)
            ) {keyed};
            CREATE UNIQUE INDEX outgoing_letter_number ON outgoing_letter (journal, journal_year, number);
            CREATE INDEX outgoing_letter_index ON outgoing_letter (registration_index);
            CREATE TABLE delivery (
                outbox_id {integer} PRIMARY KEY REFERENCES outbox (id), card_id {integer} NOT NULL REFERENCES card (id),
                draft {integer} NOT NULL, addressee {integer} NOT NULL,
                is_due {integer} NOT NULL DEFAULT 0 CHECK (is_due IN (0, 1))
            ) {strict};
            CREATE INDEX delivery_due ON delivery (outbox_id) WHERE is_due = 1;
            CREATE TABLE decision_token (
                digest {octets} PRIMARY KEY CHECK (length(digest) = 32), card_id {integer} NOT NULL REFERENCES card (id),
                person TEXT NOT NULL, subject TEXT NOT NULL, version TEXT, sent_on TEXT NOT NULL, used_at TEXT
            ) {strict};
            CREATE INDEX decision_token_open ON decision_token (card_id, subject) WHERE used_at IS NULL;
            CREATE TABLE substitute (
                id {identity}, absent TEXT NOT NULL, acting TEXT NOT NULL, first_day TEXT NOT NULL, last_day TEXT NOT NULL,
                basis TEXT NOT NULL, reason TEXT, added_by TEXT NOT NULL, is_withdrawn {integer} NOT NULL DEFAULT 0
                    CHECK (is_withdrawn IN (0, 1)), CHECK (first_day <= last_day)
            ) {strict};
            CREATE TABLE reminder (
                card_id {integer} PRIMARY KEY REFERENCES card (id), due TEXT NOT NULL, next_at TEXT NOT NULL
            ) {strict};
            CREATE INDEX reminder_next ON reminder (next_at, card_id);
            CREATE TABLE journal_closing (
                journal TEXT NOT NULL, day TEXT NOT NULL, previous {octets} NOT NULL CHECK (length(previous) = 32),
                digest {octets} NOT NULL CHECK (length(digest) = 32), text TEXT NOT NULL, event_seq {integer} NOT NULL
                    REFERENCES event (seq), PRIMARY KEY (journal, day)
            ) {strict};
            {append-only journal_closing}
            """)
}
