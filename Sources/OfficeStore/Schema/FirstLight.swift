// SPDX-License-Identifier: Apache-2.0

extension Migration {
    /// Mailboxes, letters, cards, journals, events and the outbox.
    ///
    /// Message-IDs come in no order, and an index over all of them would cost each letter a page of its own, the more the larger the
    /// register. So they are indexed by blocks of 4,096 rows: a new letter touches the newest block only, a search asks each block
    /// (`MessageIDSearch`).
    static let firstLight = Migration(
        number: 1,
        text: """
            CREATE TABLE mailbox_epoch (
                mailbox TEXT NOT NULL, uid_validity {integer} NOT NULL, baseline_uid {integer}, opened_at TEXT NOT NULL,
                occurrence_count {integer} NOT NULL DEFAULT 0, PRIMARY KEY (mailbox, uid_validity)
            ) {strict};
            CREATE TABLE event (
                seq {integer} PRIMARY KEY CHECK (seq > 0), at TEXT NOT NULL, actor TEXT NOT NULL, verb TEXT NOT NULL,
                card_id {integer}, details TEXT NOT NULL, previous_hash {octets} NOT NULL, hash {octets} NOT NULL
            ) {strict};
            CREATE INDEX event_card ON event (card_id, seq) WHERE card_id IS NOT NULL;
            {append-only event}
            CREATE TABLE card (
                id {identity}, digest {octets} NOT NULL CHECK (length(digest) = 32), state TEXT NOT NULL,
                journal TEXT, journal_year {integer}, number {integer} CHECK (number > 0), registration_index TEXT,
                registered_on TEXT, received_at TEXT NOT NULL, kind TEXT, subject TEXT NOT NULL, sender_name TEXT NOT NULL,
                sender_address TEXT NOT NULL, recipient_address TEXT NOT NULL, letter_date TEXT, message_id TEXT,
                trust {integer} NOT NULL, is_imported {integer} NOT NULL CHECK (is_imported IN (0, 1)),
                language TEXT NOT NULL, ground TEXT, explanation TEXT,
                CHECK ((number IS NULL) = (journal IS NULL) AND (number IS NULL) = (journal_year IS NULL)
                    AND (number IS NULL) = (registration_index IS NULL) AND (number IS NULL) = (registered_on IS NULL))
            ) {strict};
            CREATE UNIQUE INDEX card_number ON card (journal, journal_year, number) WHERE number IS NOT NULL;
            CREATE INDEX card_received ON card (received_at, id);
            CREATE INDEX card_state ON card (state, received_at, id);
            CREATE INDEX card_journal ON card (journal, received_at, id) WHERE journal IS NOT NULL;
            CREATE INDEX card_message ON card (id / 4096, message_id) WHERE message_id IS NOT NULL;
            CREATE INDEX card_index ON card (registration_index) WHERE registration_index IS NOT NULL;
            CREATE TABLE card_text (
                card_id {integer} PRIMARY KEY REFERENCES card (id), body_text TEXT NOT NULL, defects TEXT NOT NULL
            ) {strict};
            CREATE TABLE letter (
                digest {octets} PRIMARY KEY CHECK (length(digest) = 32), size {integer} NOT NULL, received_at TEXT NOT NULL,
                message_id TEXT, fate TEXT NOT NULL, reason TEXT, card_id {integer} REFERENCES card (id),
                mailbox TEXT NOT NULL, uid_validity {integer} NOT NULL, uid {integer} NOT NULL
            ) {strict};
            CREATE UNIQUE INDEX letter_card ON letter (card_id) WHERE card_id IS NOT NULL;
            CREATE TABLE occurrence (
                mailbox TEXT NOT NULL, uid_validity {integer} NOT NULL, uid {integer} NOT NULL CHECK (uid > 0),
                digest {octets} NOT NULL REFERENCES letter (digest), fate TEXT NOT NULL, seen_at TEXT NOT NULL,
                applied_at TEXT, PRIMARY KEY (mailbox, uid_validity, uid)
            ) {keyed};
            CREATE INDEX occurrence_duplicate ON occurrence (digest) WHERE fate = 'duplicate';
            CREATE INDEX occurrence_due ON occurrence (mailbox, uid_validity, uid) WHERE applied_at IS NULL;
            CREATE TABLE reading (
                digest {octets} PRIMARY KEY, mailbox TEXT NOT NULL, uid_validity {integer} NOT NULL, uid {integer} NOT NULL,
                attempts {integer} NOT NULL CHECK (attempts > 0), begun_at TEXT NOT NULL
            ) {strict};
            CREATE TABLE attachment (
                card_id {integer} NOT NULL REFERENCES card (id), ordinal {integer} NOT NULL, name TEXT NOT NULL,
                declared_type TEXT NOT NULL, sniffed_type TEXT NOT NULL, size {integer} NOT NULL, digest {octets} NOT NULL,
                part_path TEXT NOT NULL, range_start {integer} NOT NULL, range_end {integer} NOT NULL,
                transfer_encoding TEXT NOT NULL, charset TEXT, PRIMARY KEY (card_id, ordinal)
            ) {keyed};
            CREATE TABLE message_link (
                card_id {integer} NOT NULL REFERENCES card (id), ordinal {integer} NOT NULL, message_id TEXT NOT NULL,
                relation TEXT NOT NULL, PRIMARY KEY (card_id, ordinal)
            ) {keyed};
            CREATE INDEX message_link_message ON message_link (card_id / 4096, message_id);
            CREATE TABLE journal (
                code TEXT NOT NULL, year {integer} NOT NULL, last_number {integer} NOT NULL, PRIMARY KEY (code, year)
            ) {keyed};
            CREATE TABLE outbox (
                id {identity}, card_id {integer} REFERENCES card (id), event_seq {integer} REFERENCES event (seq),
                kind TEXT NOT NULL, language TEXT NOT NULL, recipient TEXT NOT NULL, message_id TEXT NOT NULL,
                in_reply_to TEXT, parameters TEXT NOT NULL, digest {octets},
                state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'held', 'dropped')),
                attempts {integer} NOT NULL DEFAULT 0, next_attempt_at TEXT NOT NULL, created_at TEXT NOT NULL,
                last_reply TEXT, enhanced_status TEXT, sent_at TEXT, dot_pending_at TEXT,
                copies_in_doubt {integer} NOT NULL DEFAULT 0
            ) {strict};
            CREATE UNIQUE INDEX outbox_message ON outbox (id / 4096, message_id);
            CREATE UNIQUE INDEX outbox_event ON outbox (event_seq, kind, recipient) WHERE event_seq IS NOT NULL;
            CREATE INDEX outbox_state ON outbox (state, next_attempt_at, id);
            CREATE INDEX outbox_sent ON outbox (sent_at) WHERE sent_at IS NOT NULL;
            CREATE INDEX outbox_card ON outbox (card_id) WHERE card_id IS NOT NULL;
            CREATE TABLE outbox_attempt (
                outbox_id {integer} NOT NULL REFERENCES outbox (id), ordinal {integer} NOT NULL, at TEXT NOT NULL,
                verdict TEXT NOT NULL, code {integer} NOT NULL, reply TEXT NOT NULL, PRIMARY KEY (outbox_id, ordinal)
            ) {keyed};
            CREATE TABLE notice_budget (
                day TEXT NOT NULL, address TEXT NOT NULL, PRIMARY KEY (day, address)
            ) {keyed};
            CREATE TABLE bounce (
                digest {octets} NOT NULL REFERENCES letter (digest), ordinal {integer} NOT NULL,
                outbox_id {integer} REFERENCES outbox (id), recipient TEXT NOT NULL, action TEXT NOT NULL,
                status TEXT NOT NULL, diagnostic TEXT NOT NULL, PRIMARY KEY (digest, ordinal)
            ) {keyed};
            CREATE INDEX bounce_outbox ON bounce (outbox_id) WHERE outbox_id IS NOT NULL;
            CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) {keyed};
            """)
}
