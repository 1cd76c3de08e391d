import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '__first__'),
        ('people', '0002_contact_choice'),
        ('places', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Letter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('addressee', models.CharField(choices=[('person', 'person'), ('organisation', 'organisation')], max_length=24)),
                ('addressee_id', models.BigIntegerField()),
                ('reason', models.CharField(choices=[('plan_to_answer', 'plan_to_answer'), ('review_coming', 'review_coming'), ('payment_made', 'payment_made')], max_length=24)),
                ('subject', models.CharField(max_length=80)),
                ('subject_id', models.BigIntegerField()),
                ('about_from', models.DateField()),
                ('about_until', models.DateField()),
                ('state', models.CharField(choices=[('queued', 'queued'), ('sending', 'sending'), ('sent', 'sent'), ('to_post', 'to_post'), ('posted', 'posted'), ('to_tell', 'to_tell'), ('told', 'told'), ('withdrawn', 'withdrawn')], default='queued', max_length=24)),
                ('why', models.CharField(blank=True, choices=[('never_asked', 'never_asked'), ('in_person', 'in_person'), ('unsafe', 'unsafe'), ('words', 'words'), ('no_mail', 'no_mail'), ('refused', 'refused'), ('may_have_gone', 'may_have_gone'), ('over', 'over')], max_length=24)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='letters', to='people.person')),
            ],
            options={
                'indexes': [models.Index(fields=['council', 'state', '-id'], name='letter_by_state'), models.Index(fields=['council', 'person', '-id'], name='letter_by_person')],
                'constraints': [models.UniqueConstraint(fields=('council', 'addressee', 'addressee_id', 'reason', 'subject', 'subject_id'), name='letter_once'), models.CheckConstraint(condition=models.Q(('addressee__in', ['person', 'organisation'])), name='letter_addressee'), models.CheckConstraint(condition=models.Q(('reason__in', ['plan_to_answer', 'review_coming', 'payment_made'])), name='letter_reason'), models.CheckConstraint(condition=models.Q(('state__in', ['queued', 'sending', 'sent', 'to_post', 'posted', 'to_tell', 'told', 'withdrawn'])), name='letter_state')],
            },
        ),
        migrations.CreateModel(
            name='LetterMove',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('to', models.CharField(choices=[('queued', 'queued'), ('sending', 'sending'), ('sent', 'sent'), ('to_post', 'to_post'), ('posted', 'posted'), ('to_tell', 'to_tell'), ('told', 'told'), ('withdrawn', 'withdrawn')], max_length=24)),
                ('why', models.CharField(blank=True, choices=[('never_asked', 'never_asked'), ('in_person', 'in_person'), ('unsafe', 'unsafe'), ('words', 'words'), ('no_mail', 'no_mail'), ('refused', 'refused'), ('may_have_gone', 'may_have_gone'), ('over', 'over')], max_length=24)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('letter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='moves', to='letters.letter')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('to__in', ['sending', 'sent', 'posted', 'told', 'withdrawn'])), fields=('letter', 'to'), name='letter_move_once'), models.CheckConstraint(condition=models.Q(('to__in', ['queued', 'sending', 'sent', 'to_post', 'posted', 'to_tell', 'told', 'withdrawn'])), name='letter_move_to')],
            },
        ),
    ]
