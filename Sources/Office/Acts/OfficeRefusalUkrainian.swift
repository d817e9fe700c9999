// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

extension OfficeRefusal {
    /// One or two sentences for the person who was refused: why, and what to do.
    package func sentence(in language: Language, staff: StaffDirectory) -> String {
        let names = RefusalNames(staff: staff, language: language)
        return switch language {
        case .ukrainian: ukrainian(names)
        case .english: english(names)
        }
    }

    private func ukrainian(_ names: RefusalNames) -> String {
        switch self {
        case .wrongStage(let kind, let stage):
            "Зараз не можна \(kind.ukrainian): картка \(stage.ukrainian). Перегляньте історію картки, щоб побачити, що сталося."
        case .wrongDraftStage(let kind, let stage):
            "Зараз не можна \(kind.ukrainian): проєкт \(stage.ukrainian). Перегляньте історію проєкту."
        case .outOfOrder(let expected):
            "Картку щойно змінив хтось інший (наступний номер — \(expected)). Відкрийте її ще раз і повторіть дію."
        case .unknownPerson(let id): "Особи «\(id)» немає в переліку працівників. Перевірте написання або доповніть staff.yaml."
        case .notYourTurn(let seat):
            "Ще не Ваша черга: зараз вирішує \(names.list(seat)); щойно черга дійде до Вас, Ви отримаєте лист."
        case .reserved(let kind, let seat):
            "Не Ваше право \(kind.ukrainian): це робить \(names.list(seat)); зверніться до цієї особи або до того, хто її заміщує."
        case .needsRole(let roles):
            "Для цієї дії потрібна роль: \(roles.map(\.ukrainian).joined(separator: ", ")). Зверніться до того, хто її має."
        case .notOwner(let people):
            people.isEmpty
                ? "Завдання ще нікому не доручено. Дочекайтеся резолюції."
                : "Завдання доручено іншій особі (\(names.list(people))). Зверніться до неї або до автора резолюції."
        case .notAuthor(let person):
            "Проєкт готує інша особа (\(names.name(person))). Надішліть свої пропозиції цій особі або поверніть проєкт, коли дійде Ваша черга."
        case .needsPerson(let kind): "Система сама не може \(kind.ukrainian). Це має зробити працівник."
        case .needsDesk(let kind):
            "Листом не можна \(kind.ukrainian) за цим маршрутом. Увійдіть на робочий стіл або зверніться до адміністратора."
        case .textMissing(let text): text.ukrainian
        case .numberMissing: "Немає реєстраційного індексу. Спершу зареєструйте документ."
        case .registeredOnAnotherDay(let day):
            "Дата реєстрації \(day.ukrainianDigits) не збігається з днем реєстрації. Документ реєструють датою, коли присвоюють номер."
        case .notIncoming(let kind): "Не можна \(kind.ukrainian): це не вхідний документ. Скасуйте його або закрийте до справи."
        case .forwardingLate(let limit):
            "Строк пересилання за належністю минув \(limit.ukrainianDigits). Дайте відповідь по суті або зазначте причину запізнення."
        case .sendingBackLate(let limit):
            "Строк повернення з роз’ясненням минув \(limit.ukrainianDigits). Розгляньте звернення або зазначте причину запізнення."
        case .alreadyAnswered:
            "Остаточну відповідь уже підписано. Переслати чи повернути документ більше не можна; закрийте його до справи."
        case .alreadySent(let id):
            "За карткою вже зареєстровано вихідний лист (проєкт \(id.rawValue)). Картку не скасовують; зніміть з контролю і закрийте."
        case .noSuchResolution: "Такої резолюції в картці немає. Відкрийте картку ще раз."
        case .nobodyNamed:
            "У резолюції нікого не названо. Зазначте виконавця, наприклад: «Ткачуку В. П. — підготувати відповідь до 15.12»."
        case .namedTwice(let person): "\(names.name(person)) названо в резолюції двічі. Залиште цю особу в одній ролі."
        case .vagueWording(let word):
            "Доручення «\(word)» не можна перевірити (п. 66 Типової інструкції). Напишіть, що саме зробити і до якого дня."
        case .termInThePast(let day): "Строк \(day.ukrainianDigits) уже минув. Зазначте сьогоднішній або пізніший день."
        case .termLaterThan(let day):
            "Строк має бути не пізніше \(day.ukrainianDigits). Зазначте раніший день або спершу продовжте строк."
        case .noMainExecutor: "Співвиконавців названо без головного виконавця. Першим назвіть того, хто відповідає за документ."
        case .notExecutorOfParent: "Під цією резолюцією пишуть лише її виконавці. Зверніться до головного виконавця."
        case .childChangesMainExecutor:
            "Головного виконавця змінює лише автор першої резолюції. Ви можете додати співвиконавців або попросити його про зміну."
        case .childChangesSubstance:
            "Підпорядкована резолюція лише доповнює доручення і не змінює його суті. Приберіть номер завдання з резолюції."
        case .namesAuthor: "Ви назвали виконавцем себе. Завдання і так Ваше; назвіть тих, кому передаєте роботу."
        case .nothingToDelegate: "Передавати вже нічого: завдання виконано або передано раніше. Перегляньте перелік завдань."
        case .noSuchTask: "Такого завдання в картці немає. Відкрийте картку ще раз і виберіть завдання з переліку."
        case .taskDone(let id):
            "Завдання \(id.rawValue) вже виконано. Якщо його слід продовжити, попросіть контролера повернути картку на виконання."
        case .taskAlreadyAccepted(let id): "Завдання \(id.rawValue) Ви вже прийняли. Готуйте відповідь."
        case .noExtension(let ground):
            "Строк такого документа не продовжують (\(ground)). Надішліть відповідь вчасно, хоча б проміжну."
        case .extensionPending(let id): "Прохання продовжити строк завдання \(id.rawValue) вже розглядають. Дочекайтеся рішення."
        case .noPendingExtension(let id):
            "Про продовження строку завдання \(id.rawValue) ніхто не просив. Спершу має надійти прохання виконавця."
        case .noTermToExtend(let id): "Завдання \(id.rawValue) не має строку. Продовжувати нічого; виконайте його."
        case .termPassed(let day):
            "Строк минув \(day.ukrainianDigits), продовжують лише до його закінчення. Надішліть відповідь якнайшвидше."
        case .notLater(let day): "Новий строк має бути пізніше \(day.ukrainianDigits). Зазначте іншу дату."
        case .beyondLimit(let day, let ground):
            "Строк можна продовжити щонайбільше до \(day.ukrainianDigits) (\(ground)). Зазначте дату не пізніше."
        case .grantTooLate(let day, let ground):
            "Повідомити про продовження належало до \(day.ukrainianDigits) (\(ground)). Дайте відповідь у чинний строк."
        case .ownRequest: "Власне прохання про продовження вирішує інша особа. Передайте його тому, хто може діяти замість Вас."
        case .noSuchDraft: "Такого проєкту в картці немає. Відкрийте картку ще раз."
        case .draftExists(let id): "Проєкт цього документа вже є (\(id.rawValue)). Редагуйте його або спершу відкличте."
        case .purposeDoesNotFit(let purpose):
            "Призначення «\(purpose.wording(in: .ukrainian))» тут не підходить. Виберіть інше призначення листа."
        case .staleVersion: "Проєкт змінено після того, як Вам його надіслали. Прочитайте чинну версію і вирішуйте щодо неї."
        case .sameVersion:
            "У проєкті нічого не змінено. Внесіть зміни або, якщо не згодні із зауваженням, дайте на нього мотивовану відповідь."
        case .noSuchAddressee: "Такого адресата в листі немає. Перегляньте перелік адресатів."
        case .notBounced: "Цей лист не повертався. Повторно надсилають лише те, що не доставлено."
        case .bounceUnanswered(let id):
            "Лист (проєкт \(id.rawValue)) не доставлено адресатові. Зателефонуйте йому і надішліть лист іншим шляхом, тоді знімайте з контролю."
        case .notHandedOver(let id):
            "Лист (проєкт \(id.rawValue)) ще не надіслано адресатові, який не має електронної пошти. Надішліть його поштою або вручіть і зазначте, коли."
        case .dayToCome(let day): "\(day.ukrainianWords) ще не настало. Зазначте день, коли це зроблено."
        case .letterUnsent(let id):
            "Підписаний лист (проєкт \(id.rawValue)) ще не надіслано. Зареєструйте і надішліть його, тоді закривайте картку."
        case .executorOnControl: "Виконавець не знімає з контролю власний документ. Це має зробити інший контролер."
        case .termRuns(let day):
            "Документ на контролі до \(day.ukrainianDigits). Закрити його можна після виконання і зняття з контролю."
        case .isAbsent(let link):
            "Ви відсутні з \(link.days.lowerBound.ukrainianDigits) до \(link.days.upperBound.ukrainianDigits) (\(link.basis)), замість Вас діє "
                + "\(names.name(link.acting)); якщо Ви повернулися раніше, попросіть адміністратора завершити заміщення."
        case .doesNotStandIn(let person, let absent):
            "\(names.name(person)) цього дня не заміщує відсутню особу (\(names.name(absent))). Потрібне розпорядження про заміщення на цей день."
        case .substitutesSelf(let person): "\(names.name(person)) не може заміщувати себе. Назвіть іншу особу."
        case .alreadySubstituted(let link):
            "На ці дні вже є заміщення: \(names.name(link.absent)) — \(names.name(link.acting)) (\(link.basis)). Спершу завершіть його."
        case .ringOfSubstitutes(let ring):
            "Заміщення замкнулося б у коло (\(ring.map { names.name($0) }.joined(separator: " → "))). Призначте особу поза цим колом."
        case .notSubstituted(let person): "\(names.name(person)): заміщення після цього дня немає. Перевірте дату."
        case .nobodyHolds(let participant):
            "На місце «\(names.participant(participant))» у маршруті нікого немає. Доповніть staff.yaml."
        }
    }
}

/// People by the names a refusal shows them under.
struct RefusalNames {
    let staff: StaffDirectory
    let language: Language

    func name(_ id: PersonID) -> String { staff.person(id)?.shortName ?? id.rawValue }

    func list(_ people: [PersonID]) -> String {
        people.map { name($0) }.joined(separator: language == .ukrainian ? " або " : " or ")
    }

    func list(_ seat: Seat?) -> String {
        guard let seat else { return language == .ukrainian ? "автор проєкту" : "the author of the draft" }
        return list(seat.holders)
    }

    func participant(_ participant: RouteParticipant) -> String {
        switch participant {
        case .role(let role): language == .ukrainian ? role.ukrainian : role.rawValue
        case .person(let id): name(id)
        }
    }
}
