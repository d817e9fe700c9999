// SPDX-License-Identifier: Apache-2.0

extension Migration {
    /// Letters that answer our requests, and letters of ours that did not arrive and somebody is to call about.
    ///
    /// An answer is filed first and decided afterwards: a crash between the two leaves it due.
    static let replies = Migration(
        number: 5,
        text: """
            CREATE TABLE answer (
                digest {octets} PRIMARY KEY REFERENCES letter (digest), person TEXT NOT NULL,
                is_due {integer} NOT NULL DEFAULT 1 CHECK (is_due IN (0, 1)), card_id {integer} REFERENCES card (id), subject TEXT,
                version TEXT, outcome TEXT, CHECK ((is_due = 1) = (outcome IS NULL))
            ) {strict};
            CREATE INDEX answer_due ON answer (digest) WHERE is_due = 1;
            CREATE INDEX answer_card ON answer (card_id) WHERE card_id IS NOT NULL;
            CREATE TABLE call_request (
                outbox_id {integer} PRIMARY KEY REFERENCES outbox (id), card_id {integer} NOT NULL REFERENCES card (id), at TEXT NOT NULL
            ) {strict};
            CREATE INDEX call_request_card ON call_request (card_id);
            """)
}
