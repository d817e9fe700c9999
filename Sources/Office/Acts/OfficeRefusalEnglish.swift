// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

extension OfficeRefusal {
    func english(_ names: RefusalNames) -> String {
        switch self {
        case .wrongStage(let kind, let stage):
            "It is not possible to \(kind.english) now: the card \(stage.english). Look at its history to see what happened."
        case .wrongDraftStage(let kind, let stage):
            "It is not possible to \(kind.english) now: the draft \(stage.english). Look at its history."
        case .outOfOrder(let expected):
            "Somebody else has just changed the card (the next number is \(expected)). Open it again and repeat the act."
        case .unknownPerson(let id): "There is no “\(id)” in the staff list. Check the spelling or add them to staff.yaml."
        case .notYourTurn(let seat): "It is not your turn yet: \(names.list(seat)) decides now. You will get a letter when it is."
        case .reserved(let kind, let seat):
            "Only \(names.list(seat)) may \(kind.english) here. Ask them or whoever stands in for them."
        case .needsRole(let roles):
            "This needs the role \(roles.map(\.rawValue).joined(separator: " or ")). Ask somebody who has it."
        case .notOwner(let people):
            people.isEmpty
                ? "Nobody has been given the task yet. Wait for the resolution."
                : "The task is another's (\(names.list(people))). Ask them or the author of the resolution."
        case .notAuthor(let person):
            "The draft is another's (\(names.name(person))). Send them your proposals, or return the draft when your turn comes."
        case .needsPerson(let kind): "The system by itself does not \(kind.english). A person has to do it."
        case .needsDesk(let kind):
            "This route does not let you \(kind.english) by letter. Sign in at the desk or ask the administrator."
        case .textMissing(let text): text.english
        case .numberMissing: "There is no registration index. Register the document first."
        case .registeredOnAnotherDay(let day):
            "The registration date \(day) is not the day of registration. A document is registered on the day it gets its number."
        case .notIncoming(let kind): "It is not possible to \(kind.english): this is no incoming document. Give it up or file it."
        case .forwardingLate(let limit):
            "The term for passing it on ended on \(limit). Answer it on the merits, or say why it is late."
        case .sendingBackLate(let limit): "The term for sending it back ended on \(limit). Consider it, or say why it is late."
        case .alreadyAnswered: "The final answer is signed; it can no longer be passed on or sent back. File it."
        case .alreadySent(let id):
            "An outgoing letter is already registered (draft \(id.rawValue)). The card cannot be cancelled; take it off control and file it."
        case .noSuchResolution: "The card has no such resolution. Open the card again."
        case .nobodyNamed: "The resolution names nobody. Name an executor, as in “Tkachuk to prepare an answer by 15.12”."
        case .namedTwice(let person): "\(names.name(person)) is named twice. Leave them one part."
        case .vagueWording(let word):
            "Nobody can check the order “\(word)” (paragraph 66 of the instruction). Write what is to be done and by which day."
        case .termInThePast(let day): "The term \(day) has passed. Give today or a later day."
        case .termLaterThan(let day):
            "The term may not be later than \(day). Give an earlier day, or have the term extended first."
        case .noMainExecutor: "Co-executors are named without a main executor. Name first the one who answers for the document."
        case .notExecutorOfParent: "Only executors of a resolution write under it. Ask its main executor."
        case .childChangesMainExecutor:
            "Only the author of the first resolution changes the main executor. You may add co-executors or ask for the change."
        case .childChangesSubstance:
            "A resolution under another supplements it and does not change its substance. Take the task number out."
        case .namesAuthor: "You named yourself as executor. The task is yours already; name those you pass it to."
        case .nothingToDelegate:
            "There is nothing left to pass on: the task is done or passed on already. Look at the list of tasks."
        case .noSuchTask: "The card has no such task. Open the card again and choose one from the list."
        case .taskDone(let id): "Task \(id.rawValue) is done. If it has to go on, ask the controller to reopen the card."
        case .taskAlreadyAccepted(let id): "You have accepted task \(id.rawValue) already. Go on with the answer."
        case .noExtension(let ground):
            "The term of such a document is not extended (\(ground)). Answer in time, if only for the interim."
        case .extensionPending(let id): "An extension of task \(id.rawValue) is being considered. Wait for the decision."
        case .noPendingExtension(let id): "Nobody asked for more time for task \(id.rawValue). The executor has to ask first."
        case .noTermToExtend(let id): "Task \(id.rawValue) has no term to extend. Do it when you can."
        case .termPassed(let day): "The term ended on \(day); it can be extended only before its end. Answer as soon as you can."
        case .notLater(let day): "The new term has to be later than \(day). Give another date."
        case .beyondLimit(let day, let ground):
            "The term can be extended to \(day) at most (\(ground)). Give a date not later than that."
        case .grantTooLate(let day, let ground):
            "Notice of an extension was due by \(day) (\(ground)). Answer within the present term."
        case .ownRequest: "Your own request for more time is another's to decide. Pass it to whoever can act in your place."
        case .noSuchDraft: "The card has no such draft. Open the card again."
        case .draftExists(let id): "There is a draft of this document already (\(id.rawValue)). Edit it, or give it up first."
        case .purposeDoesNotFit(let purpose): "The purpose “\(purpose.wording(in: .english))” does not fit here. Choose another."
        case .staleVersion: "The draft was changed after it was sent to you. Read the present version and decide on that."
        case .sameVersion:
            "Nothing in the draft is changed. Change it, or answer the remark with your reasons if you do not agree."
        case .noSuchAddressee: "The letter has no such addressee. Look at the list."
        case .notBounced: "This letter did not come back. Only what was not delivered is sent again."
        case .bounceUnanswered(let id):
            "The letter (draft \(id.rawValue)) did not reach its addressee. Call them and send it another way, then take it off control."
        case .notHandedOver(let id):
            "The letter (draft \(id.rawValue)) has not gone to an addressee without e-mail. Post it or hand it over, and record when."
        case .dayToCome(let day): "\(day.englishWords) is still to come. Give the day on which it was done."
        case .letterUnsent(let id):
            "A signed letter (draft \(id.rawValue)) has not been sent. Register and send it, then file the card."
        case .executorOnControl: "An executor does not take their own document off control. Another controller has to."
        case .termRuns(let day): "The document is under control until \(day). File it after it is done and off control."
        case .isAbsent(let link):
            "You are absent from \(link.days.lowerBound) to \(link.days.upperBound) (\(link.basis)); \(names.name(link.acting)) acts for you. "
                + "If you are back earlier, ask the administrator to end the substitution."
        case .doesNotStandIn(let person, let absent):
            "\(names.name(person)) does not stand in for \(names.name(absent)) that day. An order for this day is needed."
        case .substitutesSelf(let person): "\(names.name(person)) cannot stand in for themselves. Name another person."
        case .alreadySubstituted(let link):
            "On these days \(names.name(link.acting)) stands in for \(names.name(link.absent)) already (\(link.basis)). End that first."
        case .ringOfSubstitutes(let ring):
            "The substitutes would run in a ring (\(ring.map { names.name($0) }.joined(separator: " → "))). Appoint somebody outside it."
        case .notSubstituted(let person): "\(names.name(person)) has no substitute after that day. Check the date."
        case .nobodyHolds(let participant):
            "Nobody holds the place “\(names.participant(participant))” of the route. Add them to staff.yaml."
        }
    }
}
