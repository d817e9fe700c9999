// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

// The parts of an act and of an opening, field by field.

extension Seat: PlainRepresentable {
    package var plain: PlainValue { holders.plain }
    package init(plain: PlainValue) throws(PlainValueError) {
        guard let seat = Seat(try [PersonID](plain: plain)) else { throw PlainValueError(place: "", expected: "somebody") }
        self = seat
    }
}

extension CardRoute: PlainRepresentable {
    package var plain: PlainValue {
        .fields(["review": review.plain, "approvers": approvers.plain, "signatory": signatory.plain, "signing": signing.plain])
    }
    package init(plain: PlainValue) throws(PlainValueError) {
        self.init(
            review: try plain.field("review"), approvers: try plain.list("approvers"), signatory: try plain.field("signatory"),
            signing: try plain.field("signing"))
    }
}

extension RegistrationMark: PlainRepresentable {
    package var plain: PlainValue { .fields(["journal": journal.plain, "index": index.plain, "date": date.plain]) }
    package init(plain: PlainValue) throws(PlainValueError) {
        self.init(journal: try plain.field("journal"), index: try plain.field("index"), date: try plain.field("date"))
    }
}

extension Addressee: PlainRepresentable {
    package var plain: PlainValue { .fields(["name": name.plain, "address": address.plain]) }
    package init(plain: PlainValue) throws(PlainValueError) {
        self.init(name: try plain.field("name"), address: try plain.field("address"))
    }
}

extension LetterReference: PlainRepresentable {
    package var plain: PlainValue { .fields(["number": number.plain, "date": date?.plain]) }
    package init(plain: PlainValue) throws(PlainValueError) {
        self.init(number: try plain.field("number"), date: try plain.optional("date"))
    }
}

extension DraftFile: PlainRepresentable {
    package var plain: PlainValue { .fields(["name": name.plain, "digest": digest.plain]) }
    package init(plain: PlainValue) throws(PlainValueError) {
        self.init(name: try plain.field("name"), digest: try plain.field("digest"))
    }
}

extension ExecutorContact: PlainRepresentable {
    package var plain: PlainValue { .fields(["name": name.plain, "phone": phone.plain]) }
    package init(plain: PlainValue) throws(PlainValueError) {
        self.init(name: try plain.field("name"), phone: try plain.field("phone"))
    }
}

extension DraftVersion: PlainRepresentable {
    package var plain: PlainValue { .fields(["digest": digest.plain, "content": content.plain]) }
    package init(plain: PlainValue) throws(PlainValueError) {
        self.init(digest: try plain.field("digest"), content: try plain.field("content"))
    }
}

extension DraftContent: PlainRepresentable {
    package var plain: PlainValue {
        .fields([
            "addressees": addressees.plain, "references": references.plain, "subject": subject.plain, "text": text.plain,
            "caseFile": caseFile.plain, "signatory": signatory.plain, "executor": executor.plain, "files": files.plain,
        ])
    }
    package init(plain: PlainValue) throws(PlainValueError) {
        self.init(
            addressees: try plain.list("addressees"), references: try plain.list("references"),
            subject: try plain.field("subject"), text: try plain.field("text"), caseFile: try plain.field("caseFile"),
            signatory: try plain.field("signatory"), executor: try plain.field("executor"), files: try plain.list("files"))
    }
}

extension Resolution: PlainRepresentable {
    package var plain: PlainValue {
        .fields([
            "id": id.plain, "parent": parent?.plain, "main": main?.plain, "coExecutors": coExecutors.plain,
            "informed": informed.plain, "text": text.plain, "term": term?.plain, "task": task?.plain,
        ])
    }
    package init(plain: PlainValue) throws(PlainValueError) {
        self.init(
            id: try plain.field("id"), parent: try plain.optional("parent"), main: try plain.optional("main"),
            coExecutors: try plain.list("coExecutors"), informed: try plain.list("informed"), text: try plain.field("text"),
            term: try plain.optional("term"), task: try plain.optional("task"))
    }
}

extension Substitute: PlainRepresentable {
    package var plain: PlainValue {
        .fields([
            "for": absent.plain, "by": acting.plain, "from": days.lowerBound.plain, "to": days.upperBound.plain,
            "basis": basis.plain, "reason": reason?.plain,
        ])
    }
    package init(plain: PlainValue) throws(PlainValueError) {
        let (first, last): (CivilDate, CivilDate) = (try plain.field("from"), try plain.field("to"))
        guard first <= last else { throw PlainValueError(place: "to", expected: "a day not before \(first)") }
        self.init(
            absent: try plain.field("for"), acting: try plain.field("by"), days: first...last, basis: try plain.field("basis"),
            reason: try plain.optional("reason"))
    }
}
