// SPDX-License-Identifier: Apache-2.0

extension Migration {
    /// What letters say: facts, documents inside them, numbers they are known by, and how cards belong together.
    ///
    /// A document number is looked for together with its date, so the index is in the order of dates: a new letter touches the newest
    /// pages only, however large the register.
    static let letterReading = Migration(
        number: 3,
        text: """
            ALTER TABLE card ADD COLUMN deadline TEXT;
            CREATE INDEX card_deadline ON card (deadline) WHERE deadline IS NOT NULL;
            CREATE TABLE card_facts (card_id {integer} PRIMARY KEY REFERENCES card (id), sheet TEXT NOT NULL) {strict};
            CREATE TABLE document_number (
                date TEXT NOT NULL, key TEXT NOT NULL, owner TEXT NOT NULL CHECK (owner IN ('correspondent', 'office')),
                card_id {integer} NOT NULL REFERENCES card (id), correspondent TEXT NOT NULL, PRIMARY KEY (date, key, owner, card_id)
            ) {keyed};
            CREATE INDEX document_number_card ON document_number (card_id);
            CREATE TABLE card_relation (
                card_id {integer} NOT NULL REFERENCES card (id), ordinal {integer} NOT NULL,
                relation TEXT NOT NULL CHECK (relation IN ('duplicate', 'similar', 'answers')),
                other_card_id {integer} REFERENCES card (id), number TEXT NOT NULL, date TEXT,
                PRIMARY KEY (card_id, ordinal)
            ) {keyed};
            CREATE INDEX card_relation_other ON card_relation (other_card_id) WHERE other_card_id IS NOT NULL;
            CREATE TABLE document_reading (
                card_id {integer} PRIMARY KEY REFERENCES card (id), attempts {integer} NOT NULL, due_at TEXT NOT NULL,
                awaits_registration {integer} NOT NULL CHECK (awaits_registration IN (0, 1))
            ) {strict};
            CREATE TABLE document (
                card_id {integer} NOT NULL REFERENCES card (id), ordinal {integer} NOT NULL, attachment {integer} NOT NULL,
                path TEXT NOT NULL, media_type TEXT NOT NULL, outcome TEXT NOT NULL, reason TEXT, body_text TEXT NOT NULL,
                signatures TEXT NOT NULL, PRIMARY KEY (card_id, ordinal)
            ) {strict};
            """)
}
