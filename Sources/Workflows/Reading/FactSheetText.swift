// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials

extension FactSheet {
    /// As the register keeps it: JSON of the same keys as ``encode(to:)`` writes, in the order of the declaration.
    package var jsonText: String {
        var line = JSONLine()
        write(to: &line)
        return line.text
    }

    /// From what the register keeps; nil when it is of a version that cannot be read.
    package init?(jsonText: String) {
        guard let sheet = try? JSONDecoder().decode(FactSheet.self, from: Data(jsonText.utf8)) else { return nil }
        self = sheet
    }

    private func write(to line: inout JSONLine) {
        line.object { line in
            line.member("kind", kind)
            line.member("secondaryKind", ifKnown: secondaryKind)
            line.member("viaAuthority", ifKnown: viaAuthority)
            line.member("sender", sender)
            line.member("outNumber", outNumber)
            line.member("outDate", outDate)
            line.member("inReplyTo", inReplyTo) { $1.write(to: &$0) }
            line.member("basis", each: basis) { $1.write(to: &$0) }
            line.member("subject", subject)
            line.member("tasks", each: tasks) { $1.write(to: &$0) }
            line.member("applicant", applicant) { $1.write(to: &$0) }
            line.member("attachmentsNamed", each: attachmentsNamed) { $0.value($1) }
            line.member("signatory", signatory)
            line.member("contact", contact)
            line.member("replyChannel", ifKnown: replyChannel)
            line.member("flags", each: flags) { $0.value($1) }
            line.member("cardDeadline", cardDeadline)
            line.member("readings", each: readings) { $1.write(to: &$0) }
            if let exchange {
                line.key("exchange")
                exchange.write(to: &line)
            }
            if let receipt {
                line.key("receipt")
                receipt.write(to: &line)
            }
        }
    }
}

extension FactSheet.Reference {
    fileprivate func write(to line: inout JSONLine) {
        line.object { line in
            line.member("body", ifKnown: body)
            line.member("number", number)
            line.member("date", ifKnown: date)
        }
    }
}

extension FactSheet.Task {
    fileprivate func write(to line: inout JSONLine) {
        line.object { line in
            line.member("text", text)
            line.key("due")
            due.write(to: &line)
        }
    }
}

extension FactSheet.Due {
    fileprivate func write(to line: inout JSONLine) {
        line.object { line in
            line.member("type", type)
            line.member("stated", ifKnown: stated)
            line.member("legal", ifKnown: legal)
            line.member("internal", ifKnown: self.internal)
            line.member("time", ifKnown: time)
            line.member("rrule", ifKnown: rrule)
            line.member("at", ifKnown: at)
            line.member("rule", ifKnown: rule)
            line.member("upperBound", ifKnown: upperBound)
            line.member("target15days", ifKnown: target15days)
            line.member("second", ifKnown: second)
            line.member("needsReview", ifKnown: needsReview)
            line.member("overdueOnArrival", ifKnown: overdueOnArrival)
            line.member("basis", ifKnown: basis)
        }
    }
}

extension FactSheet.Person {
    fileprivate func write(to line: inout JSONLine) {
        line.object { line in
            line.member("name", ifKnown: name)
            line.member("address", ifKnown: address)
            line.member("phone", ifKnown: phone)
            line.member("email", ifKnown: email)
            line.member("category", ifKnown: category)
            line.member("signatories", ifKnown: signatories)
        }
    }
}

extension FactSheet.Reading {
    fileprivate func write(to line: inout JSONLine) {
        line.object { line in
            line.member("fact", fact)
            line.member("part", ifKnown: part)
            line.member("start", ifKnown: start)
            line.member("end", ifKnown: end)
            line.member("certainty", certainty)
            line.member("reason", reason)
        }
    }
}

extension ExchangeSender {
    fileprivate func write(to line: inout JSONLine) {
        line.object { line in
            line.member("messageID", messageID)
            line.member("organizationID", organizationID)
            line.member("organization", organization)
            line.member("department", ifKnown: department)
            line.member("systemID", systemID)
            line.member("system", system)
        }
    }
}

extension ReceiptNote {
    fileprivate func write(to line: inout JSONLine) {
        line.object { line in
            line.member("messageID", messageID)
            line.member("kind", kind.rawValue)
            line.member("number", ifKnown: number)
            line.member("date", ifKnown: date)
            line.member("text", text)
        }
    }
}

extension JSONLine {
    /// A key that is written even where there is nothing to say.
    fileprivate mutating func member(_ key: StaticString, _ text: String?) {
        self.key(key)
        if let text { value(text) } else { null() }
    }

    fileprivate mutating func member<Value>(_ key: StaticString, _ value: Value?, _ write: (inout JSONLine, Value) -> Void) {
        self.key(key)
        if let value { write(&self, value) } else { null() }
    }

    fileprivate mutating func member<Value>(_ key: StaticString, each values: [Value], _ write: (inout JSONLine, Value) -> Void) {
        self.key(key)
        list(values, write)
    }

    fileprivate mutating func member(_ key: StaticString, ifKnown text: String?) {
        guard let text else { return }
        self.key(key)
        value(text)
    }

    fileprivate mutating func member(_ key: StaticString, ifKnown number: Int?) {
        guard let number else { return }
        self.key(key)
        value(number)
    }

    fileprivate mutating func member(_ key: StaticString, ifKnown flag: Bool?) {
        guard let flag else { return }
        self.key(key)
        value(flag)
    }
}
