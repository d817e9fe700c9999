// SPDX-License-Identifier: Apache-2.0
import Office
import OfficeCalendar
import OfficeStore

/// The letters an act makes necessary: rows of the outbox that ``NoticeComposer`` words when they leave.
struct EffectMail: Sendable {
    private let staffMail: StaffMail
    private let outsideMail: OutsideMail

    init(staff: StaffDirectory, language: Language, day: CivilDate, officeAddress: String, messageIDs: MessageIDSource) {
        staffMail = StaffMail(staff: staff, language: language, day: day, messageIDs: messageIDs)
        outsideMail = OutsideMail(staff: staff, day: day, officeAddress: officeAddress, messageIDs: messageIDs)
    }

    func mail(of step: ActStep) -> ActMail {
        var mail = ActMail()
        for effect in step.effects {
            switch effect {
            case .send(let id, let addressees):
                mail.letters += outsideMail.letters(id, to: addressees, step)
                mail.notices += staffMail.handovers(id, to: addressees, step)
            case .notifyApplicant(let notice): mail.notices += outsideMail.notices(of: notice, step)
            default: mail.notices += staffMail.notices(for: effect, step)
            }
        }
        return mail
    }
}
