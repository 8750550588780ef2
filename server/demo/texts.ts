/** What people write in the stories. Plain, and nobody's fault. */
export const texts = {
  claire: {
    subject: 'A letter to my mother',
    text: 'My mother, Eleanor Whitfield, died at home on your ward’s home-care list almost two weeks ago. Today a reminder came for her appointment at the heart center. Please take her off your lists. And could somebody tell me how I get her reading glasses back? They were left on the ward in March.',
  },
  claireHandOver:
    'Her mother has died; a reminder went out anyway. I have recorded it. She also asks about glasses left on the ward. Could you take this?',
  claireAnswer:
    'Dear Ms. Whitfield,\n\nI am so sorry that your mother has died, and that our reminder reached you at this time. It should not have happened. Every message to her has stopped as of today.\n\nI have asked the ward about her reading glasses and will write to you by Friday, whatever I find out. You can reach me directly here at any time; you will not have to explain again.\n\nNoor Haddad',
  claireNote: 'Rang the ward: lost property checks the March box tomorrow. I promised an answer by Friday.',
  linda: {
    subject: 'Two bills for one visit',
    text: 'I have received two bills for the same visit in the imaging department, one for $240 and one for $185. Is one of them a mistake? I do not want to pay twice, and the second one says it is due soon.',
  },
  helen: {
    subject: 'George’s new tablets',
    text: 'My father-in-law George was given new tablets for his blood pressure. The leaflet says not to take them together with his water tablets, and he has both. Should he take both tonight, or leave one out? He is at home with me and feels well.',
  },
  rosa: {
    subject: 'Cambiar mi cita',
    text: 'Buenas noches. Tengo una cita con el médico de huesos la semana que viene, pero ese día trabajo. ¿Puedo cambiarla a otro día por la tarde? También necesito un intérprete de español, como la última vez. Gracias.',
  },
  samuel: {
    subject: 'Since lunch',
    text: 'I took the new pill at noon as the doctor said. Since then I have chest pain when I climb the stairs. It goes away when I sit down. Is that normal with this pill?',
  },
  maya: {
    subject: 'Zuri’s check-up',
    text: 'Zuri has her check-up next month, but school has a trip that day. Is there a time after 3 pm in the same week? And may her father bring her instead of me?',
  },
  mayaAnswer:
    'Hello Ms. Okafor,\n\nyes, her father may bring her: he is on Zuri’s record. We have Tuesday at 3:40 pm or Thursday at 4:15 pm in that week. Which one suits you better? We hold both for you until tomorrow evening.\n\nDaniel, Contact center',
  priya: {
    subject: 'My blood test, and the scan',
    text: 'I have two questions. 1. My blood test from last week: is the iron value the one that was too low before? 2. Do I still need the scan that Dr. Desai spoke of, and when would it be?',
  },
  priyaAnswer:
    'Hello Ms. Raman,\n\nto your first question: yes, it is the same value, and it has gone up since the last test. Dr. Desai has seen it.\n\nYour second question, the scan, I cannot answer myself. I have asked Dr. Desai and will write to you as soon as I know.\n\nRuth, nurse line',
  priyaNote:
    'Asked Dr. Desai about the scan; he is in clinic until tomorrow. The second half of her question is still open.',
  priyaReply: 'Thank you, that is good to hear. Is there any news about the scan? I have to ask for the day off.',
  jordan: {
    subject: 'Is my result there?',
    text: 'Is my result there? Please only answer here and do not ring.',
  },
  jordanAnswer:
    'Hello,\n\nyes, it is there, and you can read it here under your visits. There is nothing you need to do. If you would like to talk about it, choose a time between 10 and 3 and write to us here.\n\nImani Clarke',
  thomas: {
    subject: 'Thank you',
    text: 'I only want to say thank you. The nurse who sat with me in the emergency department on Sunday night, I think her name was Jo, explained everything twice and found me a blanket. It made all the difference.',
  },
  thomasAnswer:
    'Dear Mr. Nguyen,\n\nthank you for taking the time to write this. I have passed it on to the team of that night, word for word. It made their day too.\n\nAna, Front desk',
  lindaRecords: {
    subject: 'A copy of my records',
    text: 'I would like a copy of my records of the last two years for my new doctor. How do I get it, and does it cost anything?',
  },
  lindaRecordsAnswer:
    'Dear Ms. Brandt,\n\nI am sorry that this answer took us so long. Your copy is ready and costs nothing. You can collect it at the front desk with an ID, or we post it to you: just tell us which.\n\nMarcus Bell',
  amir: {
    subject: 'Earlier physical therapy',
    text: 'My knee is ready for physical therapy according to the surgeon, but the first free time I was given is in five weeks. Is there a list for people who can come at short notice? I can be there within an hour.',
  },
  ruthann: {
    subject: 'Parking at Clinic West',
    text: 'Where do I park at Clinic West? I walk with a stick and cannot go far.',
  },
  ruthannAnswer:
    'Hello Ms. Pike,\n\nthere are four places right beside the south door, with no steps. If they are full, ring 555-0150 from the car and somebody comes out to you.\n\nDaniel, West clinic desk',
  ruthannReply:
    'The four places were full on Tuesday and nobody answered the telephone. I am there again next week. What shall I do then?',
  georgeCall: {
    subject: 'Wants an earlier time',
    text: 'Mr. Papas rang: his appointment in the heart center is at 4 pm and the bus home does not run after 5. Asks for a morning. Hard of hearing; call back on the landline and let it ring.',
  },
} as const;

/** Written by somebody of whom we know only the address. No date in it: brought twice, it is the same mail. */
export const strangersMail = (to: string): string =>
  [
    'From: Sam Rivera <sam.rivera@example.org>',
    `To: ${to}`,
    'Subject: Visiting hours',
    'Message-ID: <visiting-hours-1@example.org>',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Hello,',
    '',
    'my uncle is in your hospital, on the second floor. From when until when may we visit on Saturday,',
    'and may my two children come along? They are 7 and 10.',
    '',
    'Thank you,',
    'Sam Rivera',
    '',
  ].join('\r\n');
